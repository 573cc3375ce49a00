package io.playcaller.contracts.health;

import io.playcaller.contracts.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One part of a change of score. The points of all contributions of a change sum to the change, always. What stands after the
 * reason explains it; writers of before, and what a signal says of a score as it stands, do without.
 *
 * @param measure the measure that moved; null for what is no measure, such as a floor
 * @param points milli-points
 * @param reason the reason that this measure speaks for; null when it moved for the better
 * @param unit of the measure's value; null without a measure
 * @param before how the measure stood when the account's health was last announced; null where there was nothing to measure
 * @param after how it stands now; null where there is nothing to measure any more
 * @param evidence the fact that moved it, the last one since then; where time did, the fact that had moved it last; null where
 *     none is kept
 * @param sentence what, how much, since when, compared with what, how sure
 */
public record Contribution(
        Cause cause,
        String dimension,
        @Nullable String measure,
        long points,
        @Nullable Reason reason,
        @Nullable String unit,
        @Nullable MeasureLevel before,
        @Nullable MeasureLevel after,
        @Nullable FactRef evidence,
        @Nullable String sentence) {

    /** One that is not explained. */
    public Contribution(Cause cause, String dimension, @Nullable String measure, long points, @Nullable Reason reason) {
        this(cause, dimension, measure, points, reason, null, null, null, null, null);
    }
}
