package io.playcaller.forecast.portfolio.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "0.1234567", "1.5"})
    void aLiftIsAShareOfAFewDecimalsHoweverItIsWritten(String lift) {
        assertThatThrownBy(() -> lifting(lift).checked())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString()).contains("plays.save", lift));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "0.0500000000", "5e-2"})
    void aLiftIsReadInMillionths(String lift) {
        assertThat(lifting(lift).checked().plays()).containsEntry("save", 50_000);
    }

    @Test
    void nothingIsNoContract() {
        assertThatThrownBy(() -> new ScenarioBody(4, Arrays.asList("c1", null), null, null).checked())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString()).contains("lose"));
    }

    @Test
    void whatIsLostOccursOnce() {
        assertThat(new ScenarioBody(4, List.of("c2", "c1", "c2"), null, null)
                        .checked()
                        .lost())
                .containsExactly("c1", "c2");
    }

    private static ScenarioBody lifting(String lift) {
        return new ScenarioBody(4, null, null, Map.of("save", new BigDecimal(lift)));
    }
}
