package io.playcaller.router.task.app;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks;
import io.playcaller.router.task.out.TaskEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a person does with a task: its row locked, decided, written, all in one transaction. */
@ApplicationScoped
public class TaskDesk {

    private final Transactions transactions;
    private final PgTasks tasks;
    private final TaskChanges changes;
    private final TaskEvents events;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    TaskDesk(
            Transactions transactions,
            PgTasks tasks,
            TaskChanges changes,
            TaskEvents events,
            CurrentRules rules,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.changes = changes;
        this.events = events;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /** The person of a token's subject: a staff id or an e-mail address. */
    public Actor actor(String subject) {
        return rules.get().directory().people().stream()
                .filter(person ->
                        person.staffId().equals(subject) || person.email().equalsIgnoreCase(subject))
                .findFirst()
                .map(person -> new Actor(person.staffId(), person.staffId(), person.name()))
                .orElseGet(() -> Actor.stranger(subject));
    }

    public Uni<Optional<TaskDecision>> acknowledge(UUID taskId, Actor actor) {
        return act(
                taskId,
                actor,
                null,
                null,
                (decider, task) -> decider.acknowledge(task, actor, taker(task, actor), ownCalendar(task, actor)));
    }

    public Uni<Optional<TaskDecision>> touch(UUID taskId, Actor actor, TouchKind kind, @Nullable String note) {
        return act(
                taskId,
                actor,
                note,
                kind,
                (decider, task) -> decider.touch(task, actor, taker(task, actor), kind, calendar(task, actor)));
    }

    public Uni<Optional<TaskDecision>> update(UUID taskId, Actor actor, String note) {
        return act(
                taskId,
                actor,
                note,
                null,
                (decider, task) -> decider.update(task, actor, taker(task, actor), calendar(task, actor)));
    }

    /** @param touch the customer was reached with it; null when not */
    public Uni<Optional<TaskDecision>> complete(
            UUID taskId,
            Actor actor,
            PlayOutcome outcome,
            Closing closing,
            @Nullable TouchKind touch,
            @Nullable String note) {
        return act(taskId, actor, note, touch, (decider, task) -> decider.complete(task, actor, outcome, closing));
    }

    /** A decision about a task. */
    private interface Act {
        TaskDecision decide(TaskDecider decider, Task task);
    }

    private Uni<Optional<TaskDecision>> act(
            UUID taskId, Actor actor, @Nullable String note, @Nullable TouchKind touch, Act act) {
        Function<Transaction, Uni<Optional<TaskDecision>>> work = tx -> tasks.lock(tx, List.of(taskId))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : write(tx, act.decide(new TaskDecider(tx.now()), found.get(0)), note, touch, actor)
                                .map(Optional::of));
        return transactions.run(work).invoke(() -> deliveries.poke());
    }

    private Uni<TaskDecision> write(
            Transaction tx, TaskDecision decision, @Nullable String note, @Nullable TouchKind touch, Actor actor) {
        if (!(decision instanceof Changed changed)) {
            return Uni.createFrom().item(decision);
        }
        String accountId = changed.after().signal().accountId();
        List<OutboxRecord> touches = touch == null || touch == TouchKind.NOTE || accountId == null
                ? List.of()
                : List.of(events.touch(changed, accountId, touch, actor.staffId()));
        return changes.write(tx, List.of(changed), note)
                .chain(() -> tx.say(touches))
                .replaceWith(decision);
    }

    /** Who acts on a task that nobody has takes it, when they are in the directory. */
    private static @Nullable Assignment taker(Task task, Actor actor) {
        return actor.staffId() == null
                ? null
                : new Assignment(
                        task.assignment().role(), actor.staffId(), "taken", actor.name() + " took it unassigned.");
    }

    /** Who acknowledges a task has it then. */
    private BusinessCalendar ownCalendar(Task task, Actor actor) {
        Assignment taker = taker(task, actor);
        return rules.get().calendarOf(taker == null ? task.assignment() : taker);
    }

    private BusinessCalendar calendar(Task task, Actor actor) {
        RouterRules current = rules.get();
        Assignment taker = taker(task, actor);
        return current.calendarOf(task.assignment().staffId() == null && taker != null ? taker : task.assignment());
    }
}
