package io.playcaller.forecast.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MovedDayTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @Test
    void wordsHoldForACorrectedDayAndNotForTheNextMonth() {
        assertThat(MovedDay.wordsHold(DUE, DUE.plusDays(14))).isTrue();
        assertThat(MovedDay.wordsHold(DUE, DUE.minusDays(14))).isTrue();
        assertThat(MovedDay.wordsHold(DUE, DUE.plusDays(15))).isFalse();
        assertThat(MovedDay.wordsHold(DUE, DUE.plusMonths(1))).isFalse();
    }
}
