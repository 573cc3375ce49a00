package io.playcaller.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of ours says what a measure, or the whole score, counts as, whatever is computed. The newest for a measure, or for the
 * score, replaces the one before, by the time at which it was said. Why stays where it was said: words do not travel.
 *
 * @param overrideId names it where the words are
 * @param measure id of the measure; null for the whole score
 * @param points milli-points, 0 to 100,000
 * @param until the first instant at which it no longer holds, at most 90 days after it was said
 * @param staffId who says so
 */
public record OverrideSet(
        String accountId, String overrideId, @Nullable String measure, long points, Instant until, String staffId) {}
