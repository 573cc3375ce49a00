package io.playcaller.forecast.lab.learn;

/**
 * Whether something more would tell something, without learning anew: Rao's score test (1948) of a coefficient that is 0 so far, at
 * weights that are learnt already. Where it is 0 in truth the figure has a chi-squared distribution with one degree of freedom.
 */
final class ScoreTest {

    /** What is left of a candidate beside the rest must be more than this part of it: else the rest says the same. */
    private static final double LEAST_LEFT = 1e-3;

    private final double[][] rows;
    private final double[] errors;
    private final double[] spreads;
    private final Cholesky curvature;

    /**
     * @param rows values of each lesson, the constant last
     * @param weights the best, with a cost of 1
     */
    ScoreTest(double[][] rows, boolean[] ends, double[] weights) {
        this.rows = rows;
        this.errors = new double[rows.length];
        this.spreads = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double said = Slopes.said(rows[i], weights);
            errors[i] = (ends[i] ? 1 : 0) - said;
            spreads[i] = said * (1 - said);
        }
        this.curvature = new Cholesky(Slopes.of(rows, ends, 1, weights).curvature());
    }

    /** The figure of a candidate with a value for each lesson; 0 where the rest says the same. */
    double of(double[] candidate) {
        double slope = 0;
        double own = 0;
        double[] cross = new double[rows[0].length];
        for (int i = 0; i < candidate.length; i++) {
            double weighted = spreads[i] * candidate[i];
            slope += errors[i] * candidate[i];
            own += weighted * candidate[i];
            for (int j = 0; j < cross.length; j++) {
                cross[j] += weighted * rows[i][j];
            }
        }
        double[] explained = curvature.solve(cross);
        double left = own;
        for (int j = 0; j < cross.length; j++) {
            left -= cross[j] * explained[j];
        }
        return left > LEAST_LEFT * own ? slope * slope / left : 0;
    }
}
