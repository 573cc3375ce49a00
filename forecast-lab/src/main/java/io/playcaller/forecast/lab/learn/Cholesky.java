package io.playcaller.forecast.lab.learn;

/** Cholesky's decomposition of a symmetric matrix; its solutions are not numbers where the matrix is not positive. */
final class Cholesky {

    private final double[][] lower;

    /** @param matrix its lower half; it is overwritten */
    Cholesky(double[][] matrix) {
        lower = matrix;
        for (int j = 0; j < matrix.length; j++) {
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
    }

    /** What the matrix makes {@code right} of. */
    double[] solve(double[] right) {
        double[] solution = right.clone();
        int size = solution.length;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                solution[j] -= lower[j][k] * solution[k];
            }
            solution[j] /= lower[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            solution[j] /= lower[j][j];
            for (int k = 0; k < j; k++) {
                solution[k] -= lower[j][k] * solution[j];
            }
        }
        return solution;
    }
}
