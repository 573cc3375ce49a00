package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.LogOdds;

/**
 * What a period does to all its renewals at once: a normal shift of their log-odds with deviation {@code deviation}.
 * Without it the interval of a large portfolio is far too narrow, because years differ for everybody (economy, prices,
 * competition). The shift is taken at equally spaced points with the weights of the normal density.
 *
 * @param deviation on the log-odds scale; 0 for independent contracts
 */
public record PeriodShock(double deviation) {

    private static final double STEP = 0.125;
    private static final double REACH = 3.25;
    private static final int NEWTON_STEPS = 6;

    public PeriodShock {
        if (!(deviation >= 0 && deviation <= 2)) {
            throw new IllegalArgumentException("deviation must lie between 0 and 2: " + deviation);
        }
    }

    /** .25: moves a renewal rate of 90% by some two points either way in a typical year; judgement. */
    public static PeriodShock defaults() {
        return new PeriodShock(0.25);
    }

    /** The points, in deviations. */
    double[] points() {
        if (deviation == 0) {
            return new double[] {0};
        }
        int half = (int) (REACH / STEP);
        double[] points = new double[2 * half + 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i - half) * STEP;
        }
        return points;
    }

    /** The weights of the points; they sum to 1. */
    double[] weights() {
        double[] weights = points();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(-weights[i] * weights[i] / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** The probability at each point, such that their weighted mean is {@code probability} itself (Newton's method). */
    double[] at(double probability) {
        double[] points = points();
        double[] weights = weights();
        double centre = LogOdds.of(probability);
        double[] shifted = new double[points.length];
        for (int step = 0; step <= NEWTON_STEPS; step++) {
            double mean = 0;
            double slope = 0;
            for (int i = 0; i < points.length; i++) {
                shifted[i] = LogOdds.probability(centre + points[i] * deviation);
                mean += weights[i] * shifted[i];
                slope += weights[i] * shifted[i] * (1 - shifted[i]);
            }
            if (step < NEWTON_STEPS && slope > 0) {
                centre += (probability - mean) / slope;
            }
        }
        return shifted;
    }
}
