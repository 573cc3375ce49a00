package io.playcaller.forecast.lab.learn;

/**
 * How the penalised loss changes at some weights: half the squared weights but that of the constant, plus {@code cost} times the log
 * loss.
 */
final class Slopes {

    private final double[] gradient;
    private final double[][] curvature;

    private Slopes(int size) {
        gradient = new double[size];
        curvature = new double[size][];
        for (int j = 0; j < size; j++) {
            curvature[j] = new double[j + 1];
        }
    }

    /** @param rows values of each lesson, the constant last */
    static Slopes of(double[][] rows, boolean[] ends, double cost, double[] weights) {
        Slopes slopes = new Slopes(weights.length);
        for (int j = 0; j < weights.length - 1; j++) {
            slopes.gradient[j] = weights[j];
            slopes.curvature[j][j] = 1;
        }
        for (int i = 0; i < rows.length; i++) {
            double said = said(rows[i], weights);
            slopes.add(rows[i], cost * (said - (ends[i] ? 1 : 0)), cost * said * (1 - said));
        }
        return slopes;
    }

    /** First derivatives. */
    double[] gradient() {
        return gradient;
    }

    /** Second derivatives, the lower half. */
    double[][] curvature() {
        return curvature;
    }

    /** The probability that {@code weights} say of a row. */
    static double said(double[] row, double[] weights) {
        double logOdds = 0;
        for (int j = 0; j < weights.length; j++) {
            logOdds += weights[j] * row[j];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    private void add(double[] row, double error, double weight) {
        for (int j = 0; j < row.length; j++) {
            double value = row[j];
            gradient[j] += error * value;
            double weighted = weight * value;
            double[] line = curvature[j];
            for (int k = 0; k <= j; k++) {
                line[k] += weighted * row[k];
            }
        }
    }
}
