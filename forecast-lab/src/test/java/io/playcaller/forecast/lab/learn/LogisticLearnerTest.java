package io.playcaller.forecast.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticLearnerTest {

    private static final List<String> FEATURES = List.of("one", "two", "same");

    private final List<double[]> rows = new ArrayList<>();
    private final boolean[] ends = new boolean[2_000];

    LogisticLearnerTest() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < ends.length; i++) {
            double one = 100 + 5 * random.nextGaussian();
            double two = random.nextDouble() < 0.2 ? Double.NaN : random.nextGaussian();
            rows.add(new double[] {one, two, 3});
            double logOdds = 0.4 + 0.3 * (one - 100) + (Double.isNaN(two) ? -1 : two);
            ends[i] = random.nextDouble() < LogOdds.probability(logOdds);
        }
    }

    @Test
    void noStepFromItLessensThePenalisedLoss() {
        assertNothingIsLeft(1);
    }

    @Test
    void endsThatPartWithoutADoubtAreLearntToTheEndToo() {
        for (int i = 0; i < ends.length; i++) {
            ends[i] = rows.get(i)[0] > 107;
        }

        assertNothingIsLeft(1_000);
    }

    /** As a fold of a company that lost one account may be. */
    @Test
    void whereNobodyEndedAnEndIsUnlikely() {
        Arrays.fill(ends, false);

        LinearScore score = LogisticLearner.plain().learn(new Lessons(FEATURES, rows, ends));

        double[] row = rows.get(0);
        assertThat(score.logOdds(name -> row[FEATURES.indexOf(name)])).isBetween(-40.0, -5.0);
    }

    private void assertNothingIsLeft(double cost) {
        LinearScore score = new LogisticLearner(cost).learn(new Lessons(FEATURES, rows, ends));

        double above = 0;
        double[] slopes = new double[score.terms().size()];
        for (int i = 0; i < ends.length; i++) {
            double[] row = rows.get(i);
            double error = LogOdds.probability(score.logOdds(name -> row[FEATURES.indexOf(name)])) - (ends[i] ? 1 : 0);
            above += error;
            for (int j = 0; j < slopes.length; j++) {
                Term term = score.terms().get(j);
                slopes[j] += error
                        * term.column().of(row[FEATURES.indexOf(term.column().feature())]);
            }
        }
        assertThat(above).isCloseTo(0, within(0.001));
        for (int j = 0; j < slopes.length; j++) {
            assertThat(slopes[j] + score.terms().get(j).coefficient() / cost).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void whatNeverVariesHasNoColumnAndWhatIsMissingHasOneMore() {
        LinearScore score = LogisticLearner.plain().learn(new Lessons(FEATURES, rows, ends));

        assertThat(score.terms().stream()
                        .map(term -> term.column().feature() + term.column().missing()))
                .containsExactly("onefalse", "twofalse", "twotrue");
    }

    @Test
    void whichEndComesFirstInTheFileDoesNotMatter() {
        List<double[]> turned = new ArrayList<>(rows);
        boolean[] turnedEnds = new boolean[ends.length];
        Collections.reverse(turned);
        for (int i = 0; i < ends.length; i++) {
            turnedEnds[i] = ends[ends.length - 1 - i];
        }

        LinearScore one = LogisticLearner.plain().learn(new Lessons(FEATURES, rows, ends));
        LinearScore other = LogisticLearner.plain().learn(new Lessons(FEATURES, turned, turnedEnds));

        for (int j = 0; j < one.terms().size(); j++) {
            assertThat(other.terms().get(j).coefficient())
                    .isCloseTo(one.terms().get(j).coefficient(), within(1e-6));
        }
    }

    @Test
    void aCalibrationIsFoundAgain() {
        SplittableRandom random = new SplittableRandom(3);
        double[] said = new double[20_000];
        boolean[] came = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = 2 * random.nextGaussian();
            came[i] = random.nextDouble() < LogOdds.probability(0.5 * said[i] - 0.8);
        }

        var calibration = PlattLearner.learn(said, came);

        assertThat(calibration.slope()).isCloseTo(0.5, within(0.03));
        assertThat(calibration.intercept()).isCloseTo(-0.8, within(0.05));
    }

    @Test
    void oddsThatSayTheContraryKeepTheirOrderAndGetTheLevel() {
        double[] said = new double[1_000];
        boolean[] came = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = i < 500 ? 1 : -1;
            came[i] = i >= 500 || i % 2 == 0;
        }

        var calibration = PlattLearner.learn(said, came);

        assertThat(calibration.slope()).isPositive().isLessThan(0.1);
        assertThat(LogOdds.probability(calibration.of(0))).isBetween(0.6, 0.99);
    }
}
