package io.playcaller.forecast.engine.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A line that begins at a value of a feature: from there on the feature counts by so much more, or less. What lies beyond the value
 * is on a scale where it has mean 0 and deviation 1; a missing value adds nothing.
 *
 * @param at in the feature's own unit
 * @param deviation above 0
 * @param coefficient log-odds per deviation
 */
public record Bend(String feature, double at, double mean, double deviation, double coefficient) implements Curve {

    @Override
    public List<String> features() {
        return List.of(feature);
    }

    @Override
    public double of(ToDoubleFunction<String> values) {
        double value = values.applyAsDouble(feature);
        return Double.isNaN(value) ? 0 : coefficient * (beyond(value, at) - mean) / deviation;
    }

    /** How far {@code value} lies above {@code at}; 0 below it. */
    public static double beyond(double value, double at) {
        return Math.max(0, value - at);
    }

    @Override
    public Bend weighing(double other) {
        return new Bend(feature, at, mean, deviation, other);
    }
}
