package io.playcaller.router.task.app;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.Handing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct.Hand;
import io.playcaller.router.task.TaskAct.Reassign;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    private final Acts acts;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    TaskDesk(Transactions transactions, PgTasks tasks, Acts acts, CurrentRules rules, DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.acts = acts;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /** The person of a token's subject: a staff id or an e-mail address. */
    public Actor actor(String subject) {
        return rules.get()
                .directory()
                .login(subject)
                .map(person -> new Actor(person.staffId(), person.staffId(), person.name()))
                .orElseGet(() -> Actor.stranger(subject));
    }

    /** Does it; empty when there is no such task. Under the key of an earlier deed it is done once. */
    public Uni<Optional<TaskDecision>> act(UUID taskId, Deed deed) {
        Function<Transaction, Uni<Optional<TaskDecision>>> work = tx -> tasks.lock(tx, List.of(taskId))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : decide(tx, found.get(0), deed).map(Optional::of));
        return transactions.run(work).invoke(() -> deliveries.poke());
    }

    private Uni<TaskDecision> decide(Transaction tx, Task task, Deed deed) {
        if (hasLeft(deed.actor().staffId(), tx.now())) {
            return refused(task, deed.actor().name() + " has left and may do nothing here any more.");
        }
        if (deed.act() instanceof Reassign reassign && hasLeft(reassign.to(), tx.now())) {
            return refused(task, reassign.name() + " has left and can have no task.");
        }
        return acts.kept(tx, task, deed).chain(kept -> {
            RouterRules current = rules.get();
            TaskDecision decision = deed.on(task, hand(current, tx.now(), task, deed), kept.orElse(null));
            return decision instanceof Changed changed
                    ? acts.write(tx, handed(current, tx.now(), changed), deed).replaceWith(decision)
                    : Uni.createFrom().item(decision);
        });
    }

    private static Uni<TaskDecision> refused(Task task, String because) {
        return Uni.createFrom().item(new TaskDecision.Refused(task, "has-left", because));
    }

    private boolean hasLeft(@Nullable String staffId, Instant now) {
        return rules.get()
                .directory()
                .person(staffId)
                .filter(person -> person.hasLeft(now))
                .isPresent();
    }

    /** Whoever has it after the step, by their calendar. */
    private static Changed handed(RouterRules current, Instant now, Changed step) {
        Assignment had = step.before() == null
                ? step.after().assignment()
                : step.before().assignment();
        return new Handing(
                        now,
                        current.calendarOf(had),
                        current.calendarOf(step.after().assignment()))
                .on(step);
    }

    private static Hand hand(RouterRules current, Instant now, Task task, Deed deed) {
        Actor actor = deed.actor();
        Assignment taker = taker(task, actor);
        BusinessCalendar own = current.calendarOf(taker == null ? task.assignment() : taker);
        return new Hand(new TaskDecider(now), actor, taker, own, calendarThen(current, task, deed, own));
    }

    /** Of whoever has the task after the deed. */
    private static BusinessCalendar calendarThen(RouterRules current, Task task, Deed deed, BusinessCalendar own) {
        if (deed.act() instanceof Reassign reassign) {
            return current.calendarOfPerson(reassign.to());
        }
        return task.assignment().staffId() == null ? own : current.calendarOf(task.assignment());
    }

    /** Who acts on a task that nobody has takes it, when they are in the directory. */
    private static @Nullable Assignment taker(Task task, Actor actor) {
        return actor.staffId() == null
                ? null
                : new Assignment(
                        task.assignment().role(), actor.staffId(), "taken", actor.name() + " took it unassigned.");
    }
}
