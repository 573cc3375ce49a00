package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import java.util.Arrays;
import java.util.List;

/** Learns a {@link Calibration} from log-odds that were said and ends that came. */
public final class PlattLearner {

    /** So large that the ridge holds nothing. */
    private static final LogisticLearner FREE = new LogisticLearner(1e6);

    private static final double LEAST_SLOPE = 0.05;
    private static final double FARTHEST = 20;
    private static final int HALVINGS = 60;

    private PlattLearner() {}

    /** Log-odds that say nothing of the ends, or the contrary, keep their order and a slope of .05: the level counts. */
    public static Calibration learn(double[] logOdds, boolean[] ends) {
        List<double[]> rows =
                Arrays.stream(logOdds).mapToObj(one -> new double[] {one}).toList();
        LinearScore score = FREE.learn(new Lessons(List.of("log-odds"), rows, ends));
        if (score.terms().isEmpty()) {
            return new Calibration(1, score.intercept() - logOdds[0]);
        }
        Term term = score.terms().get(0);
        double slope = term.coefficient() / term.column().deviation();
        double mean = term.column().mean();
        return slope >= LEAST_SLOPE
                ? new Calibration(slope, score.intercept() - slope * mean)
                : new Calibration(LEAST_SLOPE, level(logOdds, ends));
    }

    /** The intercept with which, at the least slope, as many are said as came; by halving. */
    private static double level(double[] logOdds, boolean[] ends) {
        double came = 0;
        for (boolean end : ends) {
            came += end ? 1 : 0;
        }
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            double said = Arrays.stream(logOdds)
                    .map(one -> LogOdds.probability(middle + LEAST_SLOPE * one))
                    .sum();
            if (said < came) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
