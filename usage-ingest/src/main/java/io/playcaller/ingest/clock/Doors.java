package io.playcaller.ingest.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when the doors have been open, and whether the log's time goes on. What happened while they were closed waits outside:
 * in an SDK, in the retries of a webhook, in a batch that will be sent again. Were time to pass with the first tick, it would be
 * held against customers that none of it came. So it stands still for as long as the doors were closed, and for a grace at
 * most: who doubles the time between its tries waits no longer for the next one than it has tried already.
 *
 * @param openSince what did not come before says nothing; business time
 * @param seenOpen when a tick was said last, however little time it moved
 * @param timeStandsUntil {@link #seenOpen}, or earlier, while the log's time goes on
 */
public record Doors(Instant openSince, Instant seenOpen, Instant timeStandsUntil) {

    /** Ticks are a minute apart at most: for longer nobody was there, or nothing could be stored. */
    static final Duration BREAK = Duration.ofMinutes(2);

    /** A shorter break spoils no hour of what sources usually deliver. */
    static final Duration CLOSED = Duration.ofMinutes(5);

    /** By how little a tick moves the log's time while it stands still: ticks are told apart by it. */
    private static final Duration CREEP = Duration.ofMillis(1);

    /** Nothing waits outside: nobody was there before, or time was moved by hand. */
    public static Doors opened(Instant now) {
        return new Doors(now, now, now);
    }

    /**
     * How they are when a tick is to be said.
     *
     * @param lastTick the log's time; null before the first
     * @param openSince as it was noted with the last tick
     * @param before as this replica saw them when it said the last tick; null when another one did
     * @param grace the longest that time stands still
     */
    public static Doors at(
            Instant now,
            @Nullable Instant lastTick,
            @Nullable Instant openSince,
            @Nullable Doors before,
            Duration grace) {
        if (lastTick == null) {
            return opened(now);
        }
        Instant seen = before == null || before.seenOpen.isBefore(lastTick) ? lastTick : before.seenOpen;
        Instant since = openSince == null || seen.plus(CLOSED).isBefore(now) ? now : openSince;
        if (seen.plus(BREAK).isBefore(now)) {
            return new Doors(since, now, now.plus(shorter(Duration.between(lastTick, now), grace)));
        }
        return new Doors(since, now, before == null ? now : before.timeStandsUntil);
    }

    /** What the next tick says. */
    public Instant time(@Nullable Instant lastTick) {
        return lastTick != null && timeStands() ? lastTick.plus(CREEP) : seenOpen;
    }

    private boolean timeStands() {
        return seenOpen.isBefore(timeStandsUntil);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
