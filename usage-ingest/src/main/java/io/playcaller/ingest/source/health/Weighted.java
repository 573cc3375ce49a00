package io.playcaller.ingest.source.health;

import java.util.Comparator;
import java.util.List;

/**
 * A value of some week in the past.
 *
 * @param weight above 0; the older, the less
 */
record Weighted(double value, double weight) {

    /**
     * How long ago half of a week's weight is gone. A week's weight is {@code 2^(-weeks / 4)} (exponential decay, as in
     * exponentially weighted moving averages).
     */
    static final double HALF_LIFE_WEEKS = 4;

    static Weighted ofWeek(double value, int weeksAgo) {
        return new Weighted(value, Math.pow(2, -weeksAgo / HALF_LIFE_WEEKS));
    }

    /**
     * The smallest of the values such that it and the smaller ones have at least the part {@code quantile} of all weight: the
     * weighted quantile by inversion of the distribution function, definition 1 of R. J. Hyndman, Y. Fan, Sample Quantiles in
     * Statistical Packages, The American Statistician 50 (1996). A quartile is untouched by outliers that have less than a
     * quarter of the weight.
     *
     * @param values not empty
     */
    static double quantile(List<Weighted> values, double quantile) {
        double all = values.stream().mapToDouble(Weighted::weight).sum();
        List<Weighted> sorted = values.stream()
                .sorted(Comparator.comparingDouble(Weighted::value))
                .toList();
        double passed = 0;
        for (Weighted value : sorted) {
            passed += value.weight();
            if (passed >= quantile * all) {
                return value.value();
            }
        }
        return sorted.get(sorted.size() - 1).value();
    }
}
