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

    @Test
    void anEndThatIsPutOffByAQuarterIsNoRenewalAndOneOfHalfAYearIs() {
        assertThat(MovedDay.isNewTerm(DUE, DUE.plusMonths(3))).isFalse();
        assertThat(MovedDay.isNewTerm(DUE, DUE.plusDays(179))).isFalse();
        assertThat(MovedDay.isNewTerm(DUE, DUE.plusDays(180))).isTrue();
        assertThat(MovedDay.isNewTerm(DUE, DUE.minusYears(1))).isFalse();
    }
}
