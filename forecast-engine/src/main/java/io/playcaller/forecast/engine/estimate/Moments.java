package io.playcaller.forecast.engine.estimate;

/**
 * What is left of values that were added up (Welford 1962): the same for any order of them, but for rounding.
 *
 * @param n how many
 * @param squares the sum of squared distances from the mean
 * @param least the smallest of them; positive infinity without any
 * @param most the largest of them; negative infinity without any
 */
public record Moments(long n, double mean, double squares, double least, double most) {

    /** Of no values. */
    public static Moments none() {
        return new Moments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** With one more value. */
    public Moments plus(double value) {
        double step = value - mean;
        double next = mean + step / (n + 1);
        return new Moments(n + 1, next, squares + step * (value - next), Math.min(least, value), Math.max(most, value));
    }

    /** The variance of a sample; 0 of fewer than two values. */
    public double variance() {
        return n < 2 ? 0 : squares / (n - 1);
    }

    /** The distance of the mean from that of all, at 95%, were the values drawn independently and many. */
    public double margin() {
        return n == 0 ? 0 : WilsonInterval.Z * Math.sqrt(variance() / n);
    }
}
