package io.playcaller.health.engine.model;

import java.time.Duration;

/**
 * Risk by the whole score: it opens when the score stays below {@code openBelow} for {@code openFor}, when it lost
 * {@code drop} within {@code dropWithin}, or at a floor; it closes when it stays at {@code closeAt} or above for the
 * span's {@code clearFor}. Scores in milli-points.
 */
public record RiskRule(
        long openBelow, Duration openFor, long drop, Duration dropWithin, long closeAt, EpisodeSpan span) {

    public RiskRule {
        Require.range("signals.risk.openBelow", openBelow, 1, 100_000);
        Require.notNegative("signals.risk.openFor", openFor);
        Require.range("signals.risk.drop", drop, 1, 100_000);
        Require.that(
                !dropWithin.isNegative() && dropWithin.compareTo(Duration.ofDays(7)) <= 0,
                "signals.risk.dropWithin",
                "must be at most 7 days");
        Require.that(closeAt >= openBelow && closeAt <= 100_000, "signals.risk.closeAt", "must not be below openBelow");
    }
}
