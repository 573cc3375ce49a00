package io.playcaller.router.handover.app;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverDecider;
import io.playcaller.router.handover.HandOverState;
import io.playcaller.router.handover.Ownership;
import io.playcaller.router.handover.out.PgHandOvers;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Reassignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.app.TaskChanges;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What time alone does to hand-overs, one a transaction: who did not answer is told on, and what was accepted takes effect. Locks
 * in the order of all: the hand-over, the account, its tasks.
 */
@ApplicationScoped
class HandOverRounds {

    private static final Logger LOG = Logger.getLogger(HandOverRounds.class);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int BATCH = 20;

    private static final Actor ROUTER = Actor.stranger("play-router");

    private final Transactions transactions;
    private final PgHandOvers store;
    private final PgTasks tasks;
    private final TaskChanges changes;
    private final HandOverEscalation escalation;
    private final CurrentRules rules;

    HandOverRounds(
            Transactions transactions,
            PgHandOvers store,
            PgTasks tasks,
            TaskChanges changes,
            HandOverEscalation escalation,
            CurrentRules rules) {
        this.transactions = transactions;
        this.store = store;
        this.tasks = tasks;
        this.changes = changes;
        this.escalation = escalation;
        this.rules = rules;
    }

    /** Takes what is due, and answers how much that was. What fails is left for a minute; the others go on. */
    Uni<Integer> next() {
        return store.due(BATCH)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(this::lookAt)
                        .collect()
                        .asList()
                        .replaceWith(ids.size()));
    }

    private Uni<Void> lookAt(UUID id) {
        return transactions
                .run(tx -> store.lock(tx, id)
                        .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : look(tx, found.get())))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "hand-over %s cannot go on; it is tried again in a minute", id);
                    return transactions.run(
                            tx -> store.postpone(tx, id, tx.now().plus(A_WHILE)));
                });
    }

    private Uni<Void> look(Transaction tx, AccountHandOver handOver) {
        return handOver.state() == HandOverState.PROPOSED
                ? escalation.escalate(tx, handOver)
                : takeEffect(tx, handOver);
    }

    private Uni<Void> takeEffect(Transaction tx, AccountHandOver handOver) {
        if (!(new HandOverDecider(tx.now()).takeEffect(handOver) instanceof Changed changed)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> passed = handOver.passesNothing() ? Uni.createFrom().voidItem() : pass(tx, handOver);
        return passed.chain(() -> store.write(tx, changed.after()));
    }

    private Uni<Void> pass(Transaction tx, AccountHandOver handOver) {
        LocalDate day = rules.get().calendarOfPerson(handOver.recipient()).dayOf(tx.now());
        return store.lockOwners(tx, handOver.accountId())
                .chain(owners -> store.writeOwners(
                                tx,
                                handOver.accountId(),
                                Ownership.passed(owners, handOver.role(), handOver.recipient(), day))
                        .chain(() -> passTasks(tx, handOver, holders(handOver, owners, day))));
    }

    /** Who had it when it was proposed, and who has it now: the register may have said another meanwhile. */
    private static List<String> holders(AccountHandOver handOver, List<Owner> owners, LocalDate day) {
        return Stream.of(Optional.ofNullable(handOver.former()), Ownership.on(owners, handOver.role(), day))
                .flatMap(Optional::stream)
                .filter(holder -> !holder.equals(handOver.recipient()))
                .distinct()
                .toList();
    }

    /** Open tasks go with the account; each is to be accepted anew. */
    private Uni<Void> passTasks(Transaction tx, AccountHandOver handOver, List<String> holders) {
        if (holders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.openTasks(tx, handOver.accountId(), handOver.role(), holders)
                .chain(ids -> tasks.hold(tx, ids))
                .chain(held -> changes.write(
                        tx,
                        held.tasks().stream()
                                .filter(task ->
                                        holders.contains(task.assignment().staffId()))
                                .map(task -> passed(tx, handOver, task))
                                .flatMap(decision -> decision instanceof TaskDecision.Changed changed
                                        ? Stream.of(changed)
                                        : Stream.<TaskDecision.Changed>empty())
                                .toList(),
                        "The account was handed over."));
    }

    private TaskDecision passed(Transaction tx, AccountHandOver handOver, Task task) {
        RouterRules current = rules.get();
        Assignment to = new Assignment(
                handOver.role(),
                handOver.recipient(),
                "hand-over",
                "They took the account over from " + task.assignment().staffId() + ".");
        return new Reassignment(ROUTER, to, current.calendarOf(task.assignment()), current.calendarOf(to))
                .of(task, tx.now());
    }
}
