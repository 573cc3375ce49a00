package io.playcaller.ingest.held.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.event.app.DeadLetters;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release.Unusable;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns what waited in vain into dead letters. The order of writes: the wait is over (PostgreSQL) → letters (Kafka) → claims
 * forgotten (Redis) → rows deleted (PostgreSQL). Where it breaks off, the row is there still and no edge releases it; half
 * a minute later any replica does all of it again, with the same letters under the same ids.
 */
@ApplicationScoped
class Endings {

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
                .description("events that waited for their account, and are dead letters now")
                .register(metrics);
    }

    /** Of everything that has waited long enough, and of what a replica that died left behind. */
    Uni<Void> expire() {
        return Sets.each(0L, after -> held.due(clock.instant(), after), HeldEvent::seq, this::end);
    }

    /** Of what cannot be used after all: its letter says why. */
    Uni<Void> bury(List<Unusable> events) {
        return end(events.stream()
                .map(event ->
                        event.held().becoming(DeadLetters.refusedAs(event.refusal(), event.held().letter())))
                .toList());
    }

    private Uni<Void> end(List<HeldEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return requireClaims(events)
                .chain(() -> held.beginEnd(events, clock.instant()))
                .flatMap(ending -> letters(ending)
                        .call(this::forget)
                        .invoke(written -> requireAll(ending, written)))
                .replaceWithVoid();
    }

    /** Without Redis no wait ends: its letter would be written again and again until the claim can be forgotten. */
    private Uni<Void> requireClaims(List<HeldEvent> events) {
        return claims.look(keys(events))
                .invoke(states -> {
                    if (states.contains(ClaimState.UNAVAILABLE)) {
                        throw new IllegalStateException("Redis does not answer");
                    }
                })
                .replaceWithVoid();
    }

    /** Those whose letters stand on Kafka. */
    private Uni<List<HeldEvent>> letters(List<HeldEvent> ending) {
        return log.write(ending.stream()
                        .map(event -> DeadLetters.outgoing(event.letter(), clock.instant()))
                        .toList())
                .map(stored -> IntStream.range(0, ending.size())
                        .filter(stored::get)
                        .mapToObj(ending::get)
                        .toList());
    }

    private Uni<Void> forget(List<HeldEvent> written) {
        return claims.forget(keys(written))
                .chain(() -> held.delete(written))
                .invoke(this::count)
                .replaceWithVoid();
    }

    private void count(List<HeldEvent> ended) {
        expired.increment(ended.size());
        ended.forEach(event -> refusals.refused(event.letter().reason()));
    }

    private static void requireAll(List<HeldEvent> ending, List<HeldEvent> written) {
        if (written.size() < ending.size()) {
            throw new IllegalStateException("Kafka did not store the letters of what waited in time");
        }
    }

    private static List<ClaimKey> keys(List<HeldEvent> events) {
        return events.stream().map(HeldEvent::key).toList();
    }
}
