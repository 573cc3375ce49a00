package io.playcaller.forecast.engine.contract;

/**
 * The health of an account as the forecast reads it.
 *
 * @param score milli-points, 0 to 100,000
 * @param confidence millionths
 */
public record HealthView(long score, int confidence) {}
