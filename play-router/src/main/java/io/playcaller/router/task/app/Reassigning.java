package io.playcaller.router.task.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Reassignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives a task to somebody else, because somebody says so: its row locked, decided, written, all in one transaction. */
@ApplicationScoped
public class Reassigning {

    private final Transactions transactions;
    private final PgTasks tasks;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    Reassigning(
            Transactions transactions,
            PgTasks tasks,
            TaskChanges changes,
            CurrentRules rules,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.changes = changes;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /**
     * Does it; empty when there is no such task. To somebody who has it already it does nothing.
     *
     * @param note words of who says so, for the log
     */
    public Uni<Optional<TaskDecision>> reassign(UUID taskId, StaffMember to, Actor by, String note) {
        return transactions
                .run(tx -> tasks.lock(tx, List.of(taskId))
                        .map(found -> found.stream().findFirst().map(task -> decide(tx, task, to, by)))
                        .call(decision -> decision.orElse(null) instanceof Changed changed
                                ? changes.write(tx, List.of(changed), note)
                                : Uni.createFrom().voidItem()))
                .invoke(() -> deliveries.poke());
    }

    private TaskDecision decide(Transaction tx, Task task, StaffMember to, Actor by) {
        if (to.hasLeft(tx.now())) {
            return new Refused(task, "has-left", to.name() + " has left and can have no task.");
        }
        RouterRules current = rules.get();
        String sentence = by.name() + " gave it to " + to.name() + ".";
        Assignment assignment = new Assignment(task.assignment().role(), to.staffId(), "by-hand", sentence);
        return new Reassignment(by, assignment, current.calendarOf(task.assignment()), current.calendarOf(assignment))
                .of(task, tx.now());
    }
}
