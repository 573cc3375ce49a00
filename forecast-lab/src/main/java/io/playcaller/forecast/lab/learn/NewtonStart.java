package io.playcaller.forecast.lab.learn;

/**
 * Where the library begins: Newton's method with the whole matrix of second derivatives (iteratively reweighted least squares), on the
 * same penalised loss. With few columns that is some passes over the lessons where conjugate gradients, on columns that tell nearly the
 * same, take hundreds. It need not end at the optimum: the library goes on from wherever it stops, and stops at once where nothing is left.
 */
final class NewtonStart {

    private static final int MOST_STEPS = 12;
    private static final double STILL = 1e-7;
    /** Beyond it a step leaps past what it sees, as it may where two ends part without a doubt. */
    private static final double FARTHEST = 10;

    private final double[][] rows;
    private final boolean[] ends;
    private final double cost;
    private final int size;

    /** @param rows values of each lesson, the constant last */
    NewtonStart(double[][] rows, boolean[] ends, double cost) {
        this.rows = rows;
        this.ends = ends;
        this.cost = cost;
        this.size = rows[0].length;
    }

    /** A weight for each value; all 0 where Newton's method goes astray. */
    double[] weights() {
        double[] weights = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = step(weights);
            double largest = 0;
            for (int j = 0; j < size; j++) {
                weights[j] -= change[j];
                largest = Math.max(largest, Math.abs(change[j]));
            }
            if (!(largest < FARTHEST)) {
                return new double[size];
            }
            if (largest < STILL) {
                return weights;
            }
        }
        return weights;
    }

    private double[] step(double[] weights) {
        Slopes slopes = Slopes.of(rows, ends, cost, weights);
        return new Cholesky(slopes.curvature()).solve(slopes.gradient());
    }
}
