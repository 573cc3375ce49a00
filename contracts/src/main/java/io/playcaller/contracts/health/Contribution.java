package io.playcaller.contracts.health;

import io.playcaller.contracts.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One part of a change of score. The points of all contributions of a change sum to the change, always.
 *
 * @param measure the measure that moved; null for what is no measure, such as a floor
 * @param points milli-points
 * @param reason the reason that this measure speaks for; null when it moved for the better
 */
public record Contribution(
        Cause cause,
        String dimension,
        @Nullable String measure,
        long points,
        @Nullable Reason reason) {}
