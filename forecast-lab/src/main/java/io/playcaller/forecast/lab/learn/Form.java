package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.fit.Bend;
import io.playcaller.forecast.engine.fit.Column;
import io.playcaller.forecast.engine.fit.Curve;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import io.playcaller.forecast.engine.fit.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * What a score is the sum of, before its weights are known.
 *
 * @param curves each with a coefficient of 1
 */
record Form(List<Column> columns, List<Curve> curves) {

    /** The value of the constant. */
    static final double INTERCEPT = 1;

    static Form straight(Lessons lessons) {
        return new Form(lessons.columns(), List.of());
    }

    Form with(Curve curve) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(curve);
        return new Form(columns, List.copyOf(more));
    }

    /** Weights that a score has, that of the constant with them. */
    int size() {
        return columns.size() + curves.size() + 1;
    }

    /** The values of each lesson, the constant last. */
    double[][] rows(Lessons lessons) {
        double[][] rows = new double[lessons.size()][size()];
        for (int i = 0; i < rows.length; i++) {
            var values = lessons.values(i);
            int place = 0;
            for (Column column : columns) {
                rows[i][place++] = column.of(values.applyAsDouble(column.feature()));
            }
            for (Curve curve : curves) {
                rows[i][place++] = curve.of(values);
            }
            rows[i][place] = INTERCEPT;
        }
        return rows;
    }

    /** @param weights in the order of the values of a row */
    LinearScore score(double[] weights) {
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            terms.add(new Term(columns.get(j), weights[j]));
        }
        List<Bend> bends = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int j = 0; j < curves.size(); j++) {
            Curve weighed = curves.get(j).weighing(weights[columns.size() + j]);
            if (weighed instanceof Bend bend) {
                bends.add(bend);
            } else if (weighed instanceof Pair pair) {
                pairs.add(pair);
            }
        }
        return new LinearScore(weights[size() - 1], terms, bends, pairs);
    }
}
