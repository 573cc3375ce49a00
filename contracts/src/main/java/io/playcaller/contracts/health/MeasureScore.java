package io.playcaller.contracts.health;

import org.jspecify.annotations.Nullable;

/**
 * One measure as it stands now.
 *
 * @param value the measured value in thousandths of its unit; null when there is nothing to measure
 * @param points milli-points 0 to 100,000 on its curve; null when missing
 * @param weight effective weight in millionths; all weights of a score sum to 1,000,000
 * @param sentence what, how much, compared with what
 */
public record MeasureScore(
        String measure,
        String dimension,
        @Nullable Long value,
        @Nullable Long points,
        int weight,
        boolean frozen,
        String sentence) {}
