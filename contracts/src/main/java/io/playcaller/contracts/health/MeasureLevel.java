package io.playcaller.contracts.health;

import org.jspecify.annotations.Nullable;

/**
 * How a measure stood.
 *
 * @param value thousandths of its unit; null where it is not known any more
 * @param points milli-points 0 to 100,000 on its curve
 * @param weight effective weight in millionths
 */
public record MeasureLevel(@Nullable Long value, long points, int weight) {}
