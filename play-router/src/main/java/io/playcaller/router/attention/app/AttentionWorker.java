package io.playcaller.router.attention.app;

import io.playcaller.router.attention.Attention;
import io.playcaller.router.attention.Round;
import io.playcaller.router.attention.out.PgAttention;
import io.playcaller.router.config.AttentionConfig;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Decides whether people are told at once what waits for them, or with their next digest: of each person in a transaction of
 * its own that holds their day, so that replicas never count past each other.
 */
@Singleton
public class AttentionWorker {

    private static final Logger LOG = Logger.getLogger(AttentionWorker.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int PEOPLE = 50;

    private final Transactions transactions;
    private final PgAttention store;
    private final People people;
    private final DeliveryWorker deliveries;
    private final WorkLoop loop;

    AttentionWorker(
            Transactions transactions,
            PgAttention store,
            People people,
            DeliveryWorker deliveries,
            Vertx vertx,
            AttentionConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.deliveries = deliveries;
        this.loop = new WorkLoop("deciding whom to interrupt", vertx, config.poll(), LONGEST_ROUND, this::round);
    }

    void start(@Observes StartupEvent event) {
        if (people.areReached()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Integer> round() {
        return store.whose(PEOPLE)
                .chain(staffIds -> Multi.createFrom()
                        .iterable(staffIds)
                        .onItem()
                        .transformToUniAndConcatenate(this::decide)
                        .collect()
                        .with(Collectors.summingInt(decided -> decided)))
                .invoke(found -> {
                    if (found > 0) {
                        deliveries.poke();
                    }
                });
    }

    /** Of one person; a fault with theirs is not one with the others'. */
    private Uni<Integer> decide(String staffId) {
        return transactions
                .run(tx -> people.person(staffId, tx.now())
                        .map(person -> decide(tx, person))
                        .orElseGet(() -> store.giveUp(tx, staffId)))
                .replaceWith(1)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "nothing is decided for %s; it is tried again", staffId))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Void> decide(Transaction tx, StaffMember person) {
        Attention attention = people.attention(person);
        LocalDate day = attention.calendar().dayOf(tx.now());
        return store.hold(tx, person.staffId(), day)
                .chain(told -> store.waiting(tx, person.staffId())
                        .chain(waiting ->
                                store.write(tx, person.staffId(), day, Round.of(waiting, attention, told, tx.now()))));
    }
}
