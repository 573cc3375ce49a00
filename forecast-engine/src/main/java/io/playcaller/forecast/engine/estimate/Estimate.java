package io.playcaller.forecast.engine.estimate;

/**
 * A figure with its 95% interval.
 *
 * @param n how many independent units it rests on
 */
public record Estimate(double value, Bounds bounds, long n) {}
