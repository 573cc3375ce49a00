package io.playcaller.forecast.lab.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.playcaller.forecast.engine.fit.Column;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression with a ridge, by LIBLINEAR (Fan and others 2008; trust region Newton: Lin, Weng and Keerthi 2008): the least of
 * half the squared coefficients plus {@code cost} times the log loss. The ridge does not hold the intercept.
 * It begins where {@link NewtonStart} ends, and decides alone when it is done. The same lessons give the same score.
 *
 * @param cost the larger, the less the ridge holds; 1 is what scikit-learn takes by default
 */
public record LogisticLearner(double cost) {

    private static final double INTERCEPT = 1;
    private static final double STILL = 1e-8;
    private static final int MOST_STEPS = 1_000;
    /** With more, the passes of the library cost less than one matrix of second derivatives. */
    private static final int MOST_COLUMNS = 200;

    static {
        Linear.disableDebugOutput();
    }

    /** With a cost of 1. */
    public static LogisticLearner plain() {
        return new LogisticLearner(1);
    }

    /** The log-odds of an end that is true. Where one end alone is there, nobody can say how unlikely the other is: it is so by the library's limits. */
    public LinearScore learn(Lessons lessons) {
        List<Column> columns = lessons.columns();
        double[][] rows = rows(columns, lessons);
        boolean[] ends = new boolean[rows.length];
        Problem problem = new Problem();
        problem.l = lessons.size();
        problem.n = columns.size() + 1;
        problem.bias = INTERCEPT;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            ends[i] = lessons.end(i);
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
        double[] weights = model.getFeatureWeights();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            terms.add(new Term(columns.get(j), sign * weights[j]));
        }
        return new LinearScore(sign * weights[columns.size()], terms);
    }

    private static double[][] rows(List<Column> columns, Lessons lessons) {
        int[] places = columns.stream()
                .mapToInt(column -> lessons.features().indexOf(column.feature()))
                .toArray();
        double[][] rows = new double[lessons.size()][columns.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < places.length; j++) {
                rows[i][j] = columns.get(j).of(lessons.row(i)[places[j]]);
            }
            rows[i][places.length] = INTERCEPT;
        }
        return rows;
    }

    private static Feature[] nodes(double[] row) {
        Feature[] nodes = new Feature[row.length];
        for (int j = 0; j < row.length; j++) {
            nodes[j] = new FeatureNode(j + 1, row[j]);
        }
        return nodes;
    }
}
