package io.playcaller.health.fold.in;

import java.time.Duration;

/** Pauses that double with each failed attempt, up to a most. */
record BackOff(Duration min, Duration max) {

    /** @param attempts that failed so far */
    Duration pause(int attempts) {
        Duration doubled = min.multipliedBy(1L << Math.min(attempts, 16));
        return doubled.compareTo(max) > 0 ? max : doubled;
    }
}
