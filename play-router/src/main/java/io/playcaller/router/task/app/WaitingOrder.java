package io.playcaller.router.task.app;

import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.playcaller.router.task.WaitingTasks;
import io.playcaller.router.task.out.PgTasks;
import io.playcaller.router.task.out.PgWaiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Keeps what waits for a person's later days in the order of its weight, one person a transaction; any number of replicas
 * may.
 */
@Singleton
public class WaitingOrder {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(50);

    /** More than the days ahead of anybody hold. */
    private static final int MOST = 500;

    private final Transactions transactions;
    private final PgWaiting waiting;
    private final PgTasks tasks;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final WorkLoop loop;

    WaitingOrder(
            Transactions transactions,
            PgWaiting waiting,
            PgTasks tasks,
            TaskChanges changes,
            CurrentRules rules,
            Vertx vertx) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.tasks = tasks;
        this.changes = changes;
        this.rules = rules;
        this.loop = new WorkLoop("ordering what waits", vertx, EVERY, LONGEST_ROUND, () -> round().replaceWith(0));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Void> round() {
        return transactions
                .run(waiting::who)
                .onItem()
                .transformToMulti(people -> Multi.createFrom().iterable(people))
                .onItem()
                .transformToUniAndConcatenate(person -> transactions.run(tx -> order(tx, person)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> order(Transaction tx, String person) {
        WaitingTasks order = new WaitingTasks(tx.now(), rules.get().calendarOfPerson(person));
        return waiting.of(tx, person, MOST)
                .chain(ids -> tasks.hold(tx, ids))
                .map(held -> order.inOrder(held.tasks().stream()
                        .filter(task -> person.equals(task.assignment().staffId()))
                        .toList()))
                .chain(moved -> changes.write(tx, moved));
    }
}
