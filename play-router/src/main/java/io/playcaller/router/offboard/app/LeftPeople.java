package io.playcaller.router.offboard.app;

import io.playcaller.router.offboard.out.PgBelongings;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.playcaller.router.task.Actor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Hands over what whoever has left still has: what came to them between their offboarding and their last day, and all of it where
 * the directory alone says that they left. Any number of replicas may.
 */
@Singleton
public class LeftPeople {

    private static final Logger LOG = Logger.getLogger(LeftPeople.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    /** The others come a minute later. */
    private static final int PEOPLE = 10;

    private static final Actor ROUTER = Actor.stranger("play-router");

    private final Transactions transactions;
    private final PgBelongings belongings;
    private final Offboarding offboarding;
    private final CurrentRules rules;
    private final WorkLoop loop;

    LeftPeople(
            Transactions transactions,
            PgBelongings belongings,
            Offboarding offboarding,
            CurrentRules rules,
            Vertx vertx) {
        this.transactions = transactions;
        this.belongings = belongings;
        this.offboarding = offboarding;
        this.rules = rules;
        this.loop = new WorkLoop(
                "handing over what the left still have", vertx, EVERY, LONGEST_ROUND, () -> round().replaceWith(0));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Void> round() {
        return transactions
                .run(this::withTasks)
                .onItem()
                .transformToMulti(people -> Multi.createFrom().iterable(people))
                .onItem()
                .transformToUniAndConcatenate(this::handOver)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<List<String>> withTasks(Transaction tx) {
        List<String> left = rules.get().directory().people().stream()
                .filter(person -> person.hasLeft(tx.now()))
                .map(StaffMember::staffId)
                .toList();
        return left.isEmpty() ? Uni.createFrom().item(List.of()) : belongings.withTasks(tx, left, PEOPLE);
    }

    /** What fails for one person is logged, and tried again a minute later; the others go on. */
    private Uni<Integer> handOver(String staffId) {
        return offboarding
                .handOverTasks(staffId, ROUTER, "They have left.")
                .invoke(handed -> LOG.infof("%s has left: %d open tasks were handed over", staffId, handed))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "what %s left cannot be handed over; it is tried again in a minute", staffId);
                    return 0;
                });
    }
}
