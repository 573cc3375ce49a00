package io.playcaller.bench.timer;

import org.jspecify.annotations.Nullable;

/**
 * Timers a second, each of them committed.
 *
 * @param arm one at a time
 * @param cancel one at a time
 * @param armInSets {@value TimerTerms#SET} at a time
 * @param cancelInSets {@value TimerTerms#SET} at a time; null where there is no such thing
 */
public record ArmFigures(
        double arm,
        double cancel,
        double armInSets,
        @Nullable Double cancelInSets) {}
