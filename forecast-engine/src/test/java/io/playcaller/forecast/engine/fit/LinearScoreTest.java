package io.playcaller.forecast.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LinearScoreTest {

    private static final Column AGE = new Column("age", false, 10, 2);
    private static final Column SIZE = new Column("size", false, 0, 1);

    private static final LinearScore SCORE = new LinearScore(
            0.5, List.of(new Term(AGE, 1.5), new Term(new Column("age", true, 0.25, 0.5), -0.4), new Term(SIZE, 2)));

    private static final LinearScore CURVED = new LinearScore(
            SCORE.intercept(),
            SCORE.terms(),
            List.of(new Bend("age", 12, 0.8, 1.5, -0.7), new Bend("size", -1, 1, 0.5, 0.2)),
            List.of(new Pair(AGE, SIZE, 0.1, 1.2, 0.6)));

    @Property
    void contributionsAndTheInterceptSumToTheLogOdds(
            @ForAll @DoubleRange(min = -50, max = 50) double age,
            @ForAll @DoubleRange(min = -50, max = 50) double size,
            @ForAll boolean known,
            @ForAll boolean curved) {
        LinearScore score = curved ? CURVED : SCORE;
        Map<String, Double> values = Map.of("age", known ? age : Double.NaN, "size", size);

        double sum = score.contributions(values::get).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(score.intercept() + sum).isCloseTo(score.logOdds(values::get), within(1e-9));
    }

    @Property
    void aBendCountsForItsFeatureAndAPairHalfForEachOfTheTwo(
            @ForAll @DoubleRange(min = -50, max = 50) double age,
            @ForAll @DoubleRange(min = -50, max = 50) double size) {
        Map<String, Double> values = Map.of("age", age, "size", size);

        Map<String, Double> straight = SCORE.contributions(values::get);
        Map<String, Double> curved = CURVED.contributions(values::get);

        double half = 0.5 * 0.6 * ((age - 10) / 2 * size - 0.1) / 1.2;
        double bend = -0.7 * (Math.max(0, age - 12) - 0.8) / 1.5;
        assertThat(curved.keySet()).containsExactlyElementsOf(straight.keySet());
        assertThat(curved.get("age") - straight.get("age")).isCloseTo(bend + half, within(1e-9));
        assertThat(curved.get("size") - straight.get("size"))
                .isCloseTo(0.2 * (Math.max(0, size + 1) - 1) / 0.5 + half, within(1e-9));
    }

    @Test
    void belowABendNothingChangesAndAMissingValueAddsNothing() {
        Bend bend = new Bend("age", 12, 0.8, 1.5, -0.7);

        assertThat(bend.of(age -> 12)).isEqualTo(bend.of(age -> -3));
        assertThat(bend.of(age -> 13)).isLessThan(bend.of(age -> 12));
        assertThat(bend.of(age -> Double.NaN)).isZero();
    }

    /** As a release stored it that knew straight lines only. */
    @Test
    void aScoreThatWasStoredWithoutBendsAndPairsSaysTheSame() {
        String stored = """
                {"intercept":0.5,"terms":[\
                {"column":{"feature":"age","missing":false,"mean":10.0,"deviation":2.0},"coefficient":1.5},\
                {"column":{"feature":"age","missing":true,"mean":0.25,"deviation":0.5},"coefficient":-0.4},\
                {"column":{"feature":"size","missing":false,"mean":0.0,"deviation":1.0},"coefficient":2.0}]}""";

        LinearScore read = WireJson.read(stored.getBytes(StandardCharsets.UTF_8), LinearScore.class);

        assertThat(read).isEqualTo(SCORE);
        assertThat(read.logOdds(feature -> feature.equals("age") ? 13.7 : -0.3))
                .isEqualTo(0.5 + 1.5 * ((13.7 - 10) / 2) + -0.4 * ((0 - 0.25) / 0.5) + 2 * -0.3);
    }

    @Test
    void aScoreIsTheSameAfterItWasStored() {
        assertThat(WireJson.read(WireJson.write(CURVED), LinearScore.class)).isEqualTo(CURVED);
    }

    @Test
    void aMissingValueStandsAtTheMeanAndItsAbsenceCounts() {
        double missing = SCORE.logOdds(feature -> feature.equals("age") ? Double.NaN : 0);
        double average = SCORE.logOdds(feature -> feature.equals("age") ? 10 : 0);

        assertThat(missing - average).isCloseTo(-0.4 / 0.5, within(1e-12));
    }
}
