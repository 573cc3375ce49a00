package io.playcaller.ingest.held.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Lets go what waited, once its person has an account. The order of writes: row, texts and the facts' outbox rows (PostgreSQL,
 * one transaction) → claims confirmed (Redis, best effort). A release that was asked for and died is made up by the sweep.
 *
 * <p>Who is to be released is settled before the first event is read, and of each of them everything is read from the longest
 * wait on: so no replica passes over an event that another finds, and what waits of one id leaves in its order.
 */
@ApplicationScoped
public class HeldReleases {

    private static final Logger LOG = Logger.getLogger(HeldReleases.class);
    private static final int PERSONS = 500;
    private static final String BEFORE_ALL = new UUID(0, 0).toString();

    /** Who is beyond that is found by the sweep. */
    private static final int ASKED_AT_MOST = 10_000;

    private final HeldEvents held;
    private final Rereading rereading;
    private final Endings endings;
    private final Claims claims;
    private final IngestConfig.Dedup dedup;
    private final Counter released;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean working = new AtomicBoolean();

    HeldReleases(
            HeldEvents held,
            Rereading rereading,
            Endings endings,
            Claims claims,
            IngestConfig config,
            MeterRegistry metrics) {
        this.held = held;
        this.rereading = rereading;
        this.endings = endings;
        this.claims = claims;
        this.dedup = config.dedup();
        this.released = Counter.builder("playcaller.ingest.held.released")
                .description("events that waited for their account, and are in the outbox now")
                .register(metrics);
    }

    /** A person has an account now, by a transaction that is committed. Returns at once; one release is at work at a time. */
    public void poke(String personId) {
        if (asked.size() < ASKED_AT_MOST) {
            asked.add(personId);
        }
        work();
    }

    private void work() {
        if (!asked.isEmpty() && working.compareAndSet(false, true)) {
            Set<String> persons = Set.copyOf(asked);
            asked.removeAll(persons);
            release(persons)
                    .subscribe()
                    .with(done -> next(), fault -> {
                        LOG.warnf("what waited is released at the next sweep: %s", fault.toString());
                        next();
                    });
        }
    }

    private void next() {
        working.set(false);
        work();
    }

    /** Everything whose person has an account. */
    Uni<Void> all() {
        return Sets.each(
                BEFORE_ALL,
                after -> held.personsToRelease(after, PERSONS),
                Function.identity(),
                persons -> release(Set.copyOf(persons)));
    }

    private Uni<Void> release(Set<String> persons) {
        return Sets.each(0L, after -> held.releasable(persons, after), HeldEvent::seq, this::release);
    }

    private Uni<Void> release(List<HeldEvent> found) {
        return rereading
                .reread(found)
                .flatMap(decisions -> held.release(of(Release.Ready.class, decisions))
                        .invoke(gone -> released.increment(gone.size()))
                        .flatMap(this::confirm)
                        .chain(() -> bury(of(Release.Unusable.class, decisions))));
    }

    /** What cannot end yet keeps nobody else's from going. */
    private Uni<Void> bury(List<Release.Unusable> events) {
        return endings.bury(events)
                .onFailure()
                .invoke(fault -> LOG.warnf("what cannot be used waits until the next sweep: %s", fault.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /** Confirmed when they began to wait, unless that died: a retry must find it so now. */
    private Uni<Void> confirm(List<HeldEvent> gone) {
        return claims.confirm(keys(gone, false), dedup.window())
                .chain(() -> claims.confirm(keys(gone, true), dedup.backfillWindow()));
    }

    private static List<ClaimKey> keys(List<HeldEvent> events, boolean ofImports) {
        return events.stream()
                .filter(event -> LetterTerms.of(event.letter().attributes()).backfill() == ofImports)
                .map(HeldEvent::key)
                .toList();
    }

    private static <T extends Release> List<T> of(Class<T> kind, List<Release> decisions) {
        return decisions.stream()
                .flatMap(decision -> kind.isInstance(decision) ? Stream.of(kind.cast(decision)) : Stream.empty())
                .toList();
    }
}
