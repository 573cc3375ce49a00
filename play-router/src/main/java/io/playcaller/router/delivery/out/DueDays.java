package io.playcaller.router.delivery.out;

import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tools that keep tasks know days, not instants: the day on which a task is due where its person is. */
@ApplicationScoped
public class DueDays {

    private final CurrentRules rules;

    DueDays(CurrentRules rules) {
        this.rules = rules;
    }

    /** Null when no clock says when it is to be done. */
    public @Nullable LocalDate of(Task task) {
        Instant complete = task.due().complete();
        return complete == null
                ? null
                : rules.get().calendarOf(task.assignment()).dayOf(complete);
    }
}
