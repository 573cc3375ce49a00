package io.playcaller.forecast.outcome.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @Test
    void aPeriodIsOfThreeYearsAtMost() {
        assertThat(Period.of("2024-01-01", "2027-01-01").until()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,2026-01-01", "2020-01-01,2026-01-01", "2026-01-01,+999999999-01-01"})
    void anythingElseIsRefusedByItsEnd(String from, String until) {
        assertThatThrownBy(() -> Period.of(from, until))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString()).contains("until"));
    }
}
