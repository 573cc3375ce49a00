package io.playcaller.forecast.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.lab.learn.FormChoice.Chosen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Six features, three of which count; one is missing now and then, one is a yes or no. */
class LearntScoreTest {

    private static final List<String> FEATURES = List.of("use", "health", "left", "noise", "other", "flag");
    private static final int EARLIER = 6_000;
    private static final int LATER = 2_000;
    private static final int SINCE = 20_000;

    private static final ToDoubleFunction<double[]> STRAIGHT =
            row -> 0.8 + 0.6 * row[0] + 0.5 * known(row[1]) - 0.9 * row[2];

    private final SplittableRandom random = new SplittableRandom(23);

    @Test
    void aBendIsFoundAndKept() {
        ToDoubleFunction<double[]> truth = row -> 0.8 + 1.2 * Math.min(row[0], 0) + 0.5 * known(row[1]);

        LearntScore learnt = learnt(truth);

        Chosen first = learnt.form().chosen().get(0);
        assertThat(first.features()).containsExactly("use");
        assertThat(first.at()).isBetween(-1.5, 1.5);
        assertThat(first.score()).isGreaterThan(3 * Math.log(EARLIER));
        assertBetterThanStraightLines(learnt, truth);
    }

    @Test
    void aPairIsFoundAndKept() {
        ToDoubleFunction<double[]> truth =
                row -> 0.8 + 0.6 * row[0] + 0.5 * known(row[1]) + 0.5 * row[0] * known(row[1]);

        LearntScore learnt = learnt(truth);

        assertThat(learnt.form().chosen().get(0).features()).containsExactlyInAnyOrder("use", "health");
        assertThat(learnt.form().chosen().get(0).at()).isNull();
        assertBetterThanStraightLines(learnt, truth);
    }

    /** What chance puts in now and then costs next to nothing. */
    @Test
    void inStraightLinesNothingIsFoundThatHarms() {
        for (int company = 0; company < 10; company++) {
            Lessons earlier = lessons(EARLIER, STRAIGHT);
            LearntScore learnt = LearntScore.from(earlier, lessons(LATER, STRAIGHT));
            var straight = LogisticLearner.plain().learn(earlier);

            assertThat(learnt.form().chosen()).hasSizeLessThanOrEqualTo(2);
            Lessons since = lessons(SINCE, STRAIGHT);
            assertThat(loss(since, values -> learnt.score().logOdds(values)))
                    .isLessThan(loss(since, straight::logOdds) + 0.002);
        }
    }

    @Test
    void whatNoLongerHoldsIsNotKept() {
        ToDoubleFunction<double[]> once = row -> 0.8 + 1.2 * Math.min(row[0], 0);
        ToDoubleFunction<double[]> since = row -> 0.8 + 1.2 * Math.max(row[0], 0);

        Lessons earlier = lessons(EARLIER, once);
        LearntScore learnt = LearntScore.from(earlier, lessons(LATER, since));

        assertThat(learnt.form().chosen()).isNotEmpty();
        assertThat(learnt.form().kept()).isFalse();
        assertThat(learnt.form().curved()).isGreaterThan(learnt.form().straight());
        assertThat(learnt.score()).isEqualTo(LogisticLearner.plain().learn(earlier));
    }

    @Test
    void threeLooksAtOneThingSpeakNoLouderThanOne() {
        ToDoubleFunction<double[]> truth = row -> 0.8 + 1.2 * Math.min(row[0], 0);
        List<double[]> rows = rows(EARLIER);
        boolean[] ends = ends(rows, truth);
        Lessons later = lessons(LATER, truth);
        List<double[]> thrice = new ArrayList<>();
        boolean[] thriceEnds = new boolean[3 * EARLIER];
        for (int i = 0; i < thriceEnds.length; i++) {
            thrice.add(rows.get(i / 3));
            thriceEnds[i] = ends[i / 3];
        }

        Chosen once = LearntScore.from(new Lessons(FEATURES, rows, ends), later)
                .form()
                .chosen()
                .get(0);
        Chosen often = LearntScore.from(new Lessons(FEATURES, thrice, thriceEnds, EARLIER), later)
                .form()
                .chosen()
                .get(0);

        assertThat(often.features()).isEqualTo(once.features());
        assertThat(often.score()).isCloseTo(once.score(), within(0.05 * once.score()));
    }

    @Test
    void noMoreAreTakenThanTheLimit() {
        ToDoubleFunction<double[]> wild = row -> 2 * Math.abs(row[0])
                + 2 * Math.sin(3 * row[3])
                + 2 * Math.abs(row[4])
                + row[0] * row[3]
                + row[0] * row[4]
                + row[3] * row[4]
                + 2 * Math.cos(2 * row[4])
                - 3;

        assertThat(learnt(wild).form().chosen()).hasSize(FormSearch.MOST);
    }

    @Test
    void ofVeryManyColumnsStraightLinesAreAll() {
        int wide = LogisticLearner.MOST_COLUMNS + 1;
        List<String> features = IntStream.range(0, wide).mapToObj(i -> "f" + i).toList();
        List<double[]> rows = Stream.generate(() -> random.doubles(wide, -2, 2).toArray())
                .limit(1_000)
                .toList();
        boolean[] ends = ends(rows, row -> 3 * Math.min(row[0], 0));
        Lessons lessons = new Lessons(features, rows, ends);

        assertThat(LearntScore.from(lessons, lessons).form().chosen()).isEmpty();
        Lessons narrow = new Lessons(
                features.subList(0, 6),
                rows.stream().map(row -> Arrays.copyOf(row, 6)).toList(),
                ends);
        assertThat(LearntScore.from(narrow, narrow).form().chosen().get(0).features())
                .containsExactly("f0");
    }

    @Test
    void whereNobodyEndedThereIsNothingToBeFound() {
        List<double[]> rows = rows(500);

        LearntScore learnt =
                LearntScore.from(new Lessons(FEATURES, rows, new boolean[rows.size()]), lessons(LATER, STRAIGHT));

        assertThat(learnt.form().chosen()).isEmpty();
    }

    private LearntScore learnt(ToDoubleFunction<double[]> truth) {
        return LearntScore.from(lessons(EARLIER, truth), lessons(LATER, truth));
    }

    private void assertBetterThanStraightLines(LearntScore learnt, ToDoubleFunction<double[]> truth) {
        assertThat(learnt.form().kept()).isTrue();
        assertThat(learnt.form().curved()).isLessThan(learnt.form().straight() - 0.005);
        var straight = LogisticLearner.plain().learn(lessons(EARLIER, truth));
        Lessons since = lessons(SINCE, truth);
        assertThat(loss(since, values -> learnt.score().logOdds(values)))
                .isLessThan(loss(since, straight::logOdds) - 0.005);
    }

    private static double loss(Lessons lessons, ToDoubleFunction<ToDoubleFunction<String>> logOdds) {
        boolean[] ends = lessons.ends();
        double sum = 0;
        for (int i = 0; i < lessons.size(); i++) {
            double renews = LogOdds.probability(logOdds.applyAsDouble(lessons.values(i)));
            sum -= Math.log(ends[i] ? renews : 1 - renews);
        }
        return sum / lessons.size();
    }

    private Lessons lessons(int count, ToDoubleFunction<double[]> logOdds) {
        List<double[]> rows = rows(count);
        return new Lessons(FEATURES, rows, ends(rows, logOdds));
    }

    private boolean[] ends(List<double[]> rows, ToDoubleFunction<double[]> logOdds) {
        boolean[] ends = new boolean[rows.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = random.nextDouble() < LogOdds.probability(logOdds.applyAsDouble(rows.get(i)));
        }
        return ends;
    }

    private List<double[]> rows(int count) {
        return Collections.nCopies(count, 0).stream().map(each -> row()).toList();
    }

    private double[] row() {
        return new double[] {
            random.nextGaussian(),
            random.nextDouble() < 0.2 ? Double.NaN : random.nextGaussian(),
            random.nextDouble() < 0.1 ? 1 : 0,
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextBoolean() ? 1 : 0
        };
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
