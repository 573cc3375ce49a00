package io.playcaller.accuracy;

import java.util.List;

/**
 * Logistic regression, fitted by Newton's method (iteratively reweighted least squares: McCullagh and Nelder 1989, 2.5) with
 * a ridge on all coefficients but the first (Le Cessie and Van Houwelingen 1992).
 */
public final class Logistic {

    private static final int MOST_STEPS = 50;
    private static final double STILL = 1e-10;
    private static final double LEAST_WEIGHT = 1e-12;

    private final double[] coefficients;

    private Logistic(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /** @param ridge 0 for none: then ends that a column tells apart without an error have no answer */
    public static Logistic fit(List<double[]> rows, boolean[] bad, double ridge) {
        int size = rows.get(0).length + 1;
        double[] coefficients = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(rows, bad, ridge, coefficients);
            double most = 0;
            for (int j = 0; j < size; j++) {
                coefficients[j] += move[j];
                most = Math.max(most, Math.abs(move[j]));
            }
            if (most < STILL) {
                break;
            }
        }
        return new Logistic(coefficients);
    }

    /** A fresh array: of 1, then of each column. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    public double probability(double[] row) {
        return probability(coefficients, row);
    }

    private static double probability(double[] coefficients, double[] row) {
        double sum = coefficients[0];
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j + 1] * row[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] newton(List<double[]> rows, boolean[] bad, double ridge, double[] coefficients) {
        int size = coefficients.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        double[] x = new double[size];
        x[0] = 1;
        for (int i = 0; i < bad.length; i++) {
            double[] row = rows.get(i);
            System.arraycopy(row, 0, x, 1, row.length);
            double p = probability(coefficients, row);
            double weight = Math.max(LEAST_WEIGHT, p * (1 - p));
            double error = (bad[i] ? 1 : 0) - p;
            for (int j = 0; j < size; j++) {
                slope[j] += x[j] * error;
                for (int k = 0; k <= j; k++) {
                    curvature[j][k] += weight * x[j] * x[k];
                }
            }
        }
        for (int j = 1; j < size; j++) {
            slope[j] -= ridge * coefficients[j];
            curvature[j][j] += ridge;
        }
        return solve(curvature, slope);
    }

    /** By Cholesky's decomposition of the lower triangle, which it overwrites. */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = lower[j][k];
                for (int m = 0; m < k; m++) {
                    sum -= lower[j][m] * lower[k][m];
                }
                lower[j][k] = j == k ? Math.sqrt(Math.max(sum, LEAST_WEIGHT)) : sum / lower[k][k];
            }
        }
        double[] solved = right.clone();
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                solved[j] -= lower[j][k] * solved[k];
            }
            solved[j] /= lower[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int k = j + 1; k < size; k++) {
                solved[j] -= lower[k][j] * solved[k];
            }
            solved[j] /= lower[j][j];
        }
        return solved;
    }
}
