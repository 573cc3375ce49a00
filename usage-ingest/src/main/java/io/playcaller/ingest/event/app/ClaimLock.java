package io.playcaller.ingest.event.app;

import java.time.Duration;

/** For how long a delivery may count on what it claimed: then another may have taken it over, and stored it. */
final class ClaimLock {

    private final MonotonicClock clock;
    private final Duration lock;
    private final long asked;

    /**
     * Make it before the claims are asked for: Redis locks them later, and so for longer.
     *
     * @param lock how long Redis locks them
     */
    ClaimLock(MonotonicClock clock, Duration lock) {
        this.clock = clock;
        this.lock = lock;
        this.asked = clock.nanos();
    }

    boolean lapsed() {
        return clock.nanos() - asked >= lock.toNanos();
    }
}
