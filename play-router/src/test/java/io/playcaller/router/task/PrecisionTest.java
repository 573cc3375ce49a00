package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    @Test
    void whatWasSoWasRightWhetherOrNotItHelped() {
        Precision precision = of(
                Map.of(Closing.HELPED, 3L, Closing.NO_EFFECT, 2L, Closing.ALREADY_KNEW, 1L, Closing.FALSE_ALARM, 3L));

        assertThat(precision.right()).isEqualTo(6);
        assertThat(precision.judged()).isEqualTo(9);
        assertThat(precision.percent()).contains(66);
    }

    @Test
    void aTaskThatCameToTheWrongPersonSaysNothingAboutTheReason() {
        Precision precision = of(Map.of(Closing.WRONG_PERSON, 40L));

        assertThat(precision.judged()).isZero();
        assertThat(precision.percent()).isEmpty();
        assertThat(precision.proposal()).isEmpty();
    }

    @Test
    void belowFortyPercentOfTwentyAnswersItIsToBeRetuned() {
        Precision precision = of(Map.of(Closing.HELPED, 7L, Closing.FALSE_ALARM, 13L, Closing.WRONG_PERSON, 5L));

        assertThat(precision.percent()).contains(35);
        assertThat(precision.proposal().orElseThrow())
                .startsWith("13 of 20 answers in 180 days were false alarms; at least 40% should be right.")
                .contains("usage.drop");
    }

    @Test
    void fortyPercentIsEnough() {
        assertThat(of(Map.of(Closing.HELPED, 8L, Closing.FALSE_ALARM, 12L)).proposal())
                .isEmpty();
    }

    @Test
    void nineteenAnswersAreTooFew() {
        assertThat(of(Map.of(Closing.FALSE_ALARM, 19L)).proposal()).isEmpty();
        assertThat(of(Map.of(Closing.FALSE_ALARM, 20L)).proposal()).isPresent();
    }

    private static Precision of(Map<Closing, Long> answers) {
        return new Precision("usage.drop", answers);
    }
}
