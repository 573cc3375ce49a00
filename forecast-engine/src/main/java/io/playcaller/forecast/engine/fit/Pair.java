package io.playcaller.forecast.engine.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two features that count otherwise together than each does alone: the product of their places on their scales, itself on a scale
 * where it has mean 0 and deviation 1.
 *
 * @param deviation above 0
 * @param coefficient log-odds per deviation
 */
public record Pair(Column one, Column other, double mean, double deviation, double coefficient) implements Curve {

    @Override
    public List<String> features() {
        return List.of(one.feature(), other.feature());
    }

    @Override
    public double of(ToDoubleFunction<String> values) {
        return coefficient * (product(one, other, values) - mean) / deviation;
    }

    /** The product of two places; 0 where a value is missing, which stands at the mean. */
    public static double product(Column one, Column other, ToDoubleFunction<String> values) {
        return one.of(values.applyAsDouble(one.feature())) * other.of(values.applyAsDouble(other.feature()));
    }

    @Override
    public Pair weighing(double another) {
        return new Pair(one, other, mean, deviation, another);
    }
}
