package io.playcaller.ingest.source;

import io.playcaller.contracts.fact.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends.
 *
 * @param name what the log calls it ({@code ce_source})
 * @param feeds what it delivers: frozen while it is quiet
 * @param quietAfter silent for longer than this, it no longer proves that nothing happened
 * @param eventsPerSecond how much it may send over HTTP on average; null for what every source may
 * @param lastSeen its last sign of life, in business time; null while it never gave one
 */
public record Source(
        String name,
        Set<Feed> feeds,
        Duration quietAfter,
        @Nullable Integer eventsPerSecond,
        @Nullable Instant lastSeen) {

    public Source {
        feeds = Set.copyOf(feeds);
    }

    /** One that was not heard yet. */
    public static Source declared(
            String name, Set<Feed> feeds, Duration quietAfter, @Nullable Integer eventsPerSecond) {
        return new Source(name, feeds, quietAfter, eventsPerSecond, null);
    }
}
