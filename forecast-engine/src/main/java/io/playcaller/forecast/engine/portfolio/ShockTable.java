package io.playcaller.forecast.engine.portfolio;

import io.playcaller.forecast.engine.LogOdds;

/**
 * The probability of renewal at each point of a shock, for every probability: computed at thousandths, on a straight line
 * between them. A mean of straight lines is straight, so what holds at the thousandths holds between them, too: the
 * weighted mean over the points is the probability itself.
 */
final class ShockTable {

    private static final int KNOTS = 1_000;
    private static final int STEP = LogOdds.ONE / KNOTS;

    private final double[] weights;
    private final double[][] knots = new double[KNOTS + 1][];

    ShockTable(PeriodShock shock) {
        this.weights = shock.weights();
        for (int knot = 0; knot <= KNOTS; knot++) {
            knots[knot] = shock.at((double) knot / KNOTS);
        }
    }

    /** The weights of the points; they sum to 1. */
    double[] weights() {
        return weights;
    }

    /** The probability at each point of what renews with {@code renews} millionths. */
    double[] at(int renews) {
        int knot = Math.min(renews / STEP, KNOTS - 1);
        double above = (double) (renews - knot * STEP) / STEP;
        double[] low = knots[knot];
        double[] high = knots[knot + 1];
        double[] at = new double[weights.length];
        for (int point = 0; point < at.length; point++) {
            at[point] = low[point] + above * (high[point] - low[point]);
        }
        return at;
    }
}
