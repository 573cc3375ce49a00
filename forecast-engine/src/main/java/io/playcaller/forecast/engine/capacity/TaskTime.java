package io.playcaller.forecast.engine.capacity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a task took, as play-router told it.
 *
 * @param segment of its account; {@code unknown} where nobody said
 * @param stage of its account's life; {@code unknown} where nobody said
 * @param acceptedAt null while, or if, nobody took it
 * @param endedAt null while it is open
 * @param completed false when it was withdrawn, too
 * @param acceptedLate the clock for accepting it ran out
 * @param completedLate the clock for completing it ran out
 */
public record TaskTime(
        String segment,
        String stage,
        String role,
        String play,
        Instant createdAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        boolean completed,
        boolean acceptedLate,
        boolean completedLate) {}
