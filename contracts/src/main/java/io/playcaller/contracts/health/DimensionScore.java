package io.playcaller.contracts.health;

import org.jspecify.annotations.Nullable;

/**
 * One dimension of a score. The points of all of them sum exactly to the score, their weights to 1,000,000.
 *
 * @param dimension as the scorecard names it; {@code floor} for what a floor takes off, {@code children} for what child
 *     accounts do, {@code override} for what people say of the whole score
 * @param score the dimension by itself, milli-points 0 to 100,000; null for what is no dimension of measures
 * @param weight effective weight in millionths; 0 for those
 * @param points its part of the score, milli-points
 */
public record DimensionScore(String dimension, @Nullable Long score, int weight, long points) {}
