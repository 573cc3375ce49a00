package io.playcaller.forecast.outcome;

/**
 * How many runs of a play ended.
 *
 * @param retracted of them, whose signal never held
 */
public record RunCount(String play, long ended, long retracted) {}
