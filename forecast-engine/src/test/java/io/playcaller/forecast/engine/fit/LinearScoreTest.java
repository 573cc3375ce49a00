package io.playcaller.forecast.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.fit.LinearScore.Term;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LinearScoreTest {

    private static final LinearScore SCORE = new LinearScore(
            0.5,
            List.of(
                    new Term(new Column("age", false, 10, 2), 1.5),
                    new Term(new Column("age", true, 0.25, 0.5), -0.4),
                    new Term(new Column("size", false, 0, 1), 2)));

    @Property
    void contributionsAndTheInterceptSumToTheLogOdds(
            @ForAll @DoubleRange(min = -50, max = 50) double age,
            @ForAll @DoubleRange(min = -50, max = 50) double size,
            @ForAll boolean known) {
        Map<String, Double> values = Map.of("age", known ? age : Double.NaN, "size", size);

        double sum = SCORE.contributions(values::get).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(SCORE.intercept() + sum).isCloseTo(SCORE.logOdds(values::get), within(1e-9));
    }

    @Test
    void aMissingValueStandsAtTheMeanAndItsAbsenceCounts() {
        double missing = SCORE.logOdds(feature -> feature.equals("age") ? Double.NaN : 0);
        double average = SCORE.logOdds(feature -> feature.equals("age") ? 10 : 0);

        assertThat(missing - average).isCloseTo(-0.4 / 0.5, within(1e-12));
    }
}
