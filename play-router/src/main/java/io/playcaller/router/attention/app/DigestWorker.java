package io.playcaller.router.attention.app;

import io.playcaller.router.attention.Attention;
import io.playcaller.router.attention.out.PgDigests;
import io.playcaller.router.config.AttentionConfig;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Digest.Morning;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes the digest of each person's working day once: a row of (person, day), what goes into it and its delivery commit
 * together. Who has nothing to read gets none.
 */
@Singleton
public class DigestWorker {

    private static final Logger LOG = Logger.getLogger(DigestWorker.class);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final PgDigests store;
    private final People people;
    private final DeliveryWorker deliveries;
    private final WorkLoop loop;

    DigestWorker(
            Transactions transactions,
            PgDigests store,
            People people,
            DeliveryWorker deliveries,
            Vertx vertx,
            AttentionConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.deliveries = deliveries;
        this.loop = new WorkLoop("making digests", vertx, config.digestPoll(), LONGEST_ROUND, this::round);
    }

    void start(@Observes StartupEvent event) {
        if (people.areReached()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Everybody whose digest is due is done in one round; there is nothing to look for again at once. */
    private Uni<Integer> round() {
        return store.now()
                .chain(this::due)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::make)
                        .collect()
                        .last())
                .replaceWith(0);
    }

    private Uni<List<StaffMember>> due(Instant now) {
        LocalDate utc = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return store.made(utc.minusDays(1), utc.plusDays(1))
                .map(made -> people.reached(now)
                        .filter(person -> isDue(person, now, made))
                        .toList());
    }

    private boolean isDue(StaffMember person, Instant now, Set<String> made) {
        return people.attention(person)
                .digestDue(now)
                .filter(day -> !made.contains(day + "/" + person.staffId()))
                .isPresent();
    }

    private Uni<Void> make(StaffMember person) {
        return transactions
                .run(tx -> people.attention(person)
                        .digestDue(tx.now())
                        .map(day -> make(tx, person, day))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(() -> deliveries.poke())
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "no digest for %s; it is tried again", person.staffId()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> make(Transaction tx, StaffMember person, LocalDate day) {
        return store.make(tx, person.staffId(), day)
                .chain(first ->
                        first ? written(tx, person, day) : Uni.createFrom().voidItem());
    }

    private Uni<Void> written(Transaction tx, StaffMember person, LocalDate day) {
        Attention attention = people.attention(person);
        return store.before(tx, person.staffId(), day)
                .chain(before -> store.told(tx, person.staffId(), day)
                        .chain(told -> store.mine(tx, person.staffId())
                                .map(mine -> Digest.of(
                                        new Morning(day, tx.now(), before.orElse(null), attention.calendar()),
                                        mine,
                                        told))))
                .chain(digest -> digest.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.send(
                                tx, person.staffId(), people.digestBy(person).orElseThrow(), digest));
    }
}
