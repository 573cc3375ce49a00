package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.fit.Curve;
import io.playcaller.forecast.engine.fit.LinearScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what straight lines do not say: one after the other the curve with the largest {@link ScoreTest} is taken and all is
 * learnt anew, while that is above ln n (what BIC asks of one coefficient more: Schwarz 1978) and fewer than {@value #MOST} were
 * taken. Several looks at one thing are no more than one: the figure is that of as many lessons as tell something of their own.
 */
final class FormSearch {

    static final int MOST = 8;

    private final Lessons lessons;
    private final List<Curve> left;
    private final List<Taken> taken = new ArrayList<>();

    /** @param score its score test when it was taken */
    record Taken(Curve curve, double score) {}

    /**
     * What came of it.
     *
     * @param taken in the order in which they were
     */
    record Found(LinearScore score, List<Taken> taken) {}

    private FormSearch(Lessons lessons, LinearScore straight) {
        this.lessons = lessons;
        this.left = Candidates.of(lessons, straight);
    }

    /**
     * Nothing of more than {@value LogisticLearner#MOST_COLUMNS} columns: each look would take their matrix of second derivatives.
     *
     * @param straight what straight lines alone made of {@code lessons}
     */
    static Found beyond(LinearScore straight, Lessons lessons) {
        boolean searches = lessons.rarer() > 0 && straight.terms().size() <= LogisticLearner.MOST_COLUMNS;
        return searches ? new FormSearch(lessons, straight).found() : new Found(straight, List.of());
    }

    private Found found() {
        Form form = Form.straight(lessons);
        while (true) {
            double[][] rows = form.rows(lessons);
            double[] weights = LogisticLearner.plain().weights(rows, lessons);
            Optional<Taken> next = taken.size() < MOST ? best(rows, weights) : Optional.empty();
            if (next.isEmpty()) {
                return new Found(form.score(weights), List.copyOf(taken));
            }
            taken.add(next.get());
            left.remove(next.get().curve());
            form = form.with(next.get().curve());
        }
    }

    private Optional<Taken> best(double[][] rows, double[] weights) {
        ScoreTest test = new ScoreTest(rows, lessons.ends(), weights);
        double own = (double) lessons.independent() / lessons.size();
        Taken best = null;
        for (Curve curve : left) {
            double score = own * test.of(values(curve));
            if (score > Math.log(lessons.independent()) && (best == null || score > best.score())) {
                best = new Taken(curve, score);
            }
        }
        return Optional.ofNullable(best);
    }

    private double[] values(Curve curve) {
        double[] values = new double[lessons.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.of(lessons.values(i));
        }
        return values;
    }
}
