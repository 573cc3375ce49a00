package io.playcaller.router.task.app;

import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A touch after a task was made meets its first touch, and one after it was paused ends the pause, whoever wrote it down. */
@ApplicationScoped
public class FirstTouches {

    private final PgTasks tasks;
    private final TaskChanges changes;
    private final CurrentRules rules;

    FirstTouches(PgTasks tasks, TaskChanges changes, CurrentRules rules) {
        this.tasks = tasks;
        this.changes = changes;
        this.rules = rules;
    }

    /** @param touches the last touch of accounts, by id */
    public Uni<Void> meet(Transaction tx, Map<String, Instant> touches) {
        if (touches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.lockOpen(tx, touches.keySet(), List.of()).chain(open -> {
            List<Changed> met = new ArrayList<>();
            open.forEach(task -> {
                Instant touch = touches.get(task.signal().accountId());
                if (touch != null && touchSeen(tx, task, touch) instanceof Changed changed) {
                    met.add(changed);
                }
            });
            return changes.write(tx, met);
        });
    }

    private TaskDecision touchSeen(Transaction tx, Task task, Instant touch) {
        return new TaskDecider(tx.now()).touchSeen(task, touch, rules.get().calendarOf(task.assignment()));
    }
}
