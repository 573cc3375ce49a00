package io.playcaller.forecast.kpi.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.portfolio.Quarter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterWordTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    @Test
    void withoutAWordItIsTheQuarterThatRuns() {
        assertThat(QuarterWord.read(null, TODAY)).isEqualTo(new Quarter(2026, 2));
        assertThat(QuarterWord.read("2025-Q4", TODAY)).isEqualTo(new Quarter(2025, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q3", "2026-Q5", "2026q1", "", "last"})
    void whatIsNoneOrHasNotBegunIsRefused(String word) {
        assertThatThrownBy(() -> QuarterWord.read(word, TODAY)).isInstanceOf(ProblemException.class);
    }
}
