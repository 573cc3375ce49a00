package io.playcaller.forecast.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShortTermsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 31);
    private static final ShortTerms TERMS = ShortTerms.defaults();

    @Test
    void anEndMovesByHalfOfAShortTermAndByHalfAYearOfALongerOne() {
        assertThat(TERMS.newTermDays(START, START.plusDays(91))).isEqualTo(45);
        assertThat(TERMS.newTermDays(START, START.plusDays(100))).isEqualTo(50);
        assertThat(TERMS.newTermDays(START, START.plusDays(101))).isEqualTo(180);
        assertThat(TERMS.newTermDays(START, START.plusYears(1))).isEqualTo(180);
    }

    @Test
    void aDayThatMovesAsFarAsWordsHoldIsTheSameRenewalAlsoOfAMonth() {
        assertThat(TERMS.newTermDays(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)))
                .isEqualTo(15);
    }

    @Test
    void daysBelowZeroAreRefused() {
        assertThatThrownBy(() -> new ShortTerms(100, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
