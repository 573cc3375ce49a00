package io.playcaller.ingest.event.app;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.event.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Claims what a delivery brings, and settles the claims once it is known what became of it. */
@ApplicationScoped
class Claiming {

    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private final Claims claims;
    private final Pause pause;
    private final MonotonicClock clock;
    private final IngestConfig.Dedup settings;

    Claiming(Claims claims, Pause pause, MonotonicClock clock, IngestConfig config) {
        this.claims = claims;
        this.pause = pause;
        this.clock = clock;
        this.settings = config.dedup();
    }

    /** Claims what can be claimed, patiently for an import: its claims are what makes it repeatable. */
    Uni<Void> take(DeliveryWork work) {
        return take(work, settings.lockWait(), work.repeatedLate() ? settings.backfillPatience() : Duration.ZERO);
    }

    /** A locked claim is asked for again until the delivery that holds it ended, or the wait is over. */
    private Uni<Void> take(DeliveryWork work, Duration wait, Duration patience) {
        List<ClaimKey> keys = work.unclaimed();
        ClaimLock lock = new ClaimLock(clock, settings.lock());
        return claims.take(keys, work.id(), kept(work))
                .emitOn(CallersContext.executor())
                .flatMap(states -> {
                    if (states.contains(ClaimState.UNAVAILABLE) && isPositive(patience)) {
                        return pause.of(ASK_AGAIN).chain(() -> take(work, wait, patience.minus(ASK_AGAIN)));
                    }
                    work.claimed(keys, states, settings.whenUnavailable());
                    work.lockedBy(lock);
                    if (work.unclaimed().isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    if (isPositive(wait)) {
                        return pause.of(ASK_AGAIN).chain(() -> take(work, wait.minus(ASK_AGAIN), patience));
                    }
                    work.giveUpLocked();
                    return Uni.createFrom().voidItem();
                });
    }

    /** What is stored is confirmed, what waits says so, what is neither is released; what was refused may come again mended. */
    Uni<Void> settle(DeliveryWork work) {
        Duration window = kept(work);
        return claims.confirm(work.claimsOfStored(), window)
                .chain(() -> claims.waits(work.claimsOfWaiting(), window))
                .chain(() -> claims.release(work.claimsOf(Outcome.NotStored.class), work.id(), window))
                .chain(() -> claims.withdraw(work.claimsOf(Outcome.Refused.class), work.id()));
    }

    /** An import or a replay is repeated by hand, days later; a client's retry comes within hours. */
    private Duration kept(DeliveryWork work) {
        return work.repeatedLate() ? settings.backfillWindow() : settings.window();
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
