package io.playcaller.router.task.app;

import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Pausing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Lets tasks that wait for support go on when a severe ticket of their account moved. */
@ApplicationScoped
public class SupportWaits {

    private final PgTasks tasks;
    private final TaskChanges changes;
    private final CurrentRules rules;

    SupportWaits(PgTasks tasks, TaskChanges changes, CurrentRules rules) {
        this.tasks = tasks;
        this.changes = changes;
        this.rules = rules;
    }

    /** @param accounts of which one did */
    public Uni<Void> end(Transaction tx, Collection<String> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tasks.lockOpen(tx, accounts, List.of()).chain(open -> changes.write(tx, resumed(tx, open)));
    }

    private List<Changed> resumed(Transaction tx, List<Task> open) {
        return open.stream()
                .map(task -> new Pausing(tx.now(), rules.get().calendarOf(task.assignment())).ticketMoved(task))
                .flatMap(TaskDecision::change)
                .toList();
    }
}
