package io.playcaller.ingest.held.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.event.app.DeadLetters;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release.Unusable;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns what waited in vain into dead letters. The order of writes: row locks (PostgreSQL) → claims forgotten (Redis) →
 * letters (Kafka) → rows deleted. Where it breaks off, the rows wait still, and the next round says the same letters under the
 * same ids.
 */
@ApplicationScoped
class Endings {

    private static final int SET = 200;

    private final HeldEvents held;
    private final LogWriter log;
    private final Claims claims;
    private final BusinessClock clock;
    private final RefusalCount refusals;
    private final Counter expired;

    Endings(
            HeldEvents held,
            LogWriter log,
            Claims claims,
            BusinessClock clock,
            RefusalCount refusals,
            MeterRegistry metrics) {
        this.held = held;
        this.log = log;
        this.claims = claims;
        this.clock = clock;
        this.refusals = refusals;
        this.expired = Counter.builder("playcaller.ingest.held.expired")
                .description("events that waited for their account in vain, now dead letters")
                .register(metrics);
    }

    /** Of everything that has waited long enough, set after set. */
    Uni<Void> expire() {
        return Uni.createFrom()
                .deferred(() -> held.endDue(clock.instant(), SET, events -> end(events, HeldEvent::letter)))
                .invoke(ended -> {
                    expired.increment(ended);
                    refusals.refused(Refusal.ACCOUNT_UNKNOWN, ended);
                })
                .repeat()
                .until(ended -> ended < SET)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Of what cannot be used after all. */
    Uni<Void> bury(List<Unusable> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Long, Refusal> why =
                events.stream().collect(Collectors.toMap(event -> event.held().seq(), Unusable::refusal));
        return held.end(
                        why.keySet(),
                        ending -> end(
                                ending,
                                event -> DeadLetters.refusedAs(
                                        Objects.requireNonNull(why.get(event.seq())), event.letter())))
                .invoke(() ->
                        events.forEach(event -> refusals.refused(event.refusal().code(), 1)))
                .replaceWithVoid();
    }

    private Uni<Void> end(List<HeldEvent> events, Function<HeldEvent, DeadLetter> letter) {
        Instant now = clock.instant();
        return claims.forget(events.stream().map(HeldEvent::key).toList())
                .chain(() -> log.write(events.stream()
                        .map(event -> DeadLetters.outgoing(letter.apply(event), now))
                        .toList()))
                .invoke(stored -> {
                    if (stored.cardinality() < events.size()) {
                        throw new IllegalStateException("Kafka did not store the letters of what waited in time");
                    }
                })
                .replaceWithVoid();
    }
}
