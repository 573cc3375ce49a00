package io.playcaller.router.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a delivery that failed is tried again: the ladder of Standard Webhooks 1.0, about three days in all. */
public final class RetryLadder {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetryLadder() {}

    /**
     * How long to wait after the {@code attempts}-th attempt failed.
     *
     * @param asked what the receiver asked for with {@code Retry-After}; the longer of the two counts
     * @return empty when it is given up
     */
    public static Optional<Duration> after(int attempts, Optional<Duration> asked) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(Math.max(1, attempts) - 1);
        return Optional.of(asked.filter(longer -> longer.compareTo(wait) > 0).orElse(wait));
    }
}
