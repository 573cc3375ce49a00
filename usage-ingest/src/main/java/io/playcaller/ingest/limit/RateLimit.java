package io.playcaller.ingest.limit;

import java.time.Duration;

/**
 * How much a source may send.
 *
 * @param eventsPerSecond on average
 * @param burst how long it may send nothing and make up for it at once: that many seconds' worth of events fit into its
 *     bucket
 */
public record RateLimit(int eventsPerSecond, Duration burst) {

    private static final long SECOND = 1_000_000_000L;

    /** What so many events cost, in the nanoseconds that it takes to earn them. */
    public long cost(int events) {
        return (events * SECOND + eventsPerSecond - 1) / eventsPerSecond;
    }

    /** Events that may come at once after a long silence. */
    public long atOnce() {
        return eventsPerSecond * burst.toMillis() / 1000;
    }
}
