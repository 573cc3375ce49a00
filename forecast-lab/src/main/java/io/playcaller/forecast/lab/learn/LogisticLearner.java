package io.playcaller.forecast.lab.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.playcaller.forecast.engine.fit.LinearScore;
import java.util.Arrays;

/**
 * Logistic regression with a ridge, by LIBLINEAR (Fan and others 2008; trust region Newton: Lin, Weng and Keerthi 2008): the least of
 * half the squared coefficients plus {@code cost} times the log loss. The ridge does not hold the intercept.
 * It begins where {@link NewtonStart} ends, and decides alone when it is done. The same lessons give the same score.
 *
 * @param cost the larger, the less the ridge holds; 1 is what scikit-learn takes by default
 */
public record LogisticLearner(double cost) {

    private static final double STILL = 1e-8;
    private static final int MOST_STEPS = 1_000;
    /** With more, the passes of the library cost less than one matrix of second derivatives. */
    static final int MOST_COLUMNS = 200;

    static {
        Linear.disableDebugOutput();
    }

    /** With a cost of 1. */
    public static LogisticLearner plain() {
        return new LogisticLearner(1);
    }

    /** The log-odds of an end that is true, in straight lines. Where one end alone is there, nobody can say how unlikely the other is: it is so by the library's limits. */
    public LinearScore learn(Lessons lessons) {
        Form form = Form.straight(lessons);
        return form.score(weights(form.rows(lessons), lessons));
    }

    /** @param rows values of each lesson, the constant last */
    double[] weights(double[][] rows, Lessons lessons) {
        boolean[] ends = lessons.ends();
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = rows[0].length;
        problem.bias = Form.INTERCEPT;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = nodes(rows[i]);
            problem.y[i] = ends[i] ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, MOST_STEPS, STILL);
        parameter.setRegularizeBias(false);
        if (problem.n <= MOST_COLUMNS && lessons.rarer() > 0) {
            parameter.setInitSol(new NewtonStart(rows, ends, cost).weights());
        }
        Model model = Linear.train(problem, parameter);
        // The weights are for the label that comes first: 1, where it is there.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights(), 0, problem.n)
                .map(weight -> sign * weight)
                .toArray();
    }

    private static Feature[] nodes(double[] row) {
        Feature[] nodes = new Feature[row.length];
        for (int j = 0; j < row.length; j++) {
            nodes[j] = new FeatureNode(j + 1, row[j]);
        }
        return nodes;
    }
}
