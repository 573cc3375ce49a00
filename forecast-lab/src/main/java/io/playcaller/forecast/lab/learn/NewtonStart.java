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

    /** The gradient divided by the second derivatives. */
    private double[] step(double[] weights) {
        double[] gradient = new double[size];
        double[][] curvature = new double[size][];
        for (int j = 0; j < size; j++) {
            curvature[j] = new double[j + 1];
            if (j < size - 1) {
                gradient[j] = weights[j];
                curvature[j][j] = 1;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            add(rows[i], ends[i], weights, gradient, curvature);
        }
        return solved(curvature, gradient);
    }

    private void add(double[] row, boolean end, double[] weights, double[] gradient, double[][] curvature) {
        double logOdds = 0;
        for (int j = 0; j < size; j++) {
            logOdds += weights[j] * row[j];
        }
        double said = 1 / (1 + Math.exp(-logOdds));
        double error = cost * (said - (end ? 1 : 0));
        double weight = cost * said * (1 - said);
        for (int j = 0; j < size; j++) {
            double value = row[j];
            gradient[j] += error * value;
            double weighted = weight * value;
            double[] line = curvature[j];
            for (int k = 0; k <= j; k++) {
                line[k] += weighted * row[k];
            }
        }
    }

    /** By Cholesky's decomposition of the lower half, in place; not a number where the matrix is not positive. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int j = 0; j < size; j++) {
            double[] line = matrix[j];
            for (int k = 0; k <= j; k++) {
                double[] other = matrix[k];
                double sum = line[k];
                for (int m = 0; m < k; m++) {
                    sum -= line[m] * other[m];
                }
                line[k] = k == j ? Math.sqrt(sum) : sum / other[k];
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                solution[j] -= matrix[j][k] * solution[k];
            }
            solution[j] /= matrix[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            solution[j] /= matrix[j][j];
            for (int k = 0; k < j; k++) {
                solution[k] -= matrix[j][k] * solution[j];
            }
        }
        return solution;
    }
}
