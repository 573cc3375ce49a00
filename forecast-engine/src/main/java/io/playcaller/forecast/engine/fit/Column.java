package io.playcaller.forecast.engine.fit;

/**
 * A column of what is learnt from: a feature on a scale where it has mean 0 and deviation 1, or whether it is missing, on such
 * a scale. A missing value stands at the mean.
 *
 * @param missing whether this column says that the feature is not known
 * @param deviation above 0
 */
public record Column(String feature, boolean missing, double mean, double deviation) {

    /** The place of {@code value} on the scale; NaN is a missing value. */
    public double of(double value) {
        boolean unknown = Double.isNaN(value);
        if (missing) {
            return ((unknown ? 1 : 0) - mean) / deviation;
        }
        return unknown ? 0 : (value - mean) / deviation;
    }
}
