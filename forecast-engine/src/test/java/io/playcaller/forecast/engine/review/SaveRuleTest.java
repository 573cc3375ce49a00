package io.playcaller.forecast.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.review.SaveRule.Fate;
import io.playcaller.forecast.engine.review.Turn.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SaveRuleTest {

    private static final SaveRule RULE = SaveRule.defaults();

    @Test
    void nineTenthsAreSavedAndAnythingLessIsNot() {
        assertThat(RULE.of(turn(1_000, 900))).isEqualTo(Fate.SAVED);
        assertThat(RULE.of(turn(1_000, 899))).isEqualTo(Fate.CONTRACTED);
        assertThat(RULE.of(turn(1_001, 900))).isEqualTo(Fate.CONTRACTED);
        assertThat(RULE.of(turn(1_000, 0))).isEqualTo(Fate.LOST);
    }

    @Test
    void theLargestAmountsAreTold() {
        long most = 100_000_000_000_000_000L;

        assertThat(RULE.of(turn(most, most / 10 * 9))).isEqualTo(Fate.SAVED);
        assertThat(RULE.of(turn(most, most / 10 * 9 - 1))).isEqualTo(Fate.CONTRACTED);
    }

    private static Turn turn(long before, long after) {
        return new Turn("c", "a", Kind.RENEWAL, LocalDate.of(2026, 3, 1), "EUR", before, after, null);
    }
}
