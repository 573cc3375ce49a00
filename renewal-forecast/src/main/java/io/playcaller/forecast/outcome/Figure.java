package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure as people read it.
 *
 * @param low lower end of the 95% interval; null where the figure has none
 * @param n how many independent units it rests on
 */
public record Figure(
        BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        long n) {

    private static final int DIGITS = 4;

    public static Figure of(Estimate estimate) {
        return of(estimate.value(), estimate.bounds(), estimate.n());
    }

    public static Figure of(double value, @Nullable Bounds bounds, long n) {
        return new Figure(
                rounded(value),
                bounds == null ? null : rounded(bounds.low()),
                bounds == null ? null : rounded(bounds.high()),
                n);
    }

    /** To four digits after the point. */
    public static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
