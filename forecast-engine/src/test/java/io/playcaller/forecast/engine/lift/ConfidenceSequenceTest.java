package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {

    /** By hand, for 5% at 400 units: t r = 5.99146 + ln 6.99146 = 7.93618, and sqrt(2 * 8.93618 / 7.93618 * ln(2.98935 / .05)) = 3.0352. */
    @Test
    void whereItIsTightestItIsThreeStandardErrorsWide() {
        assertThat(new ConfidenceSequence(0.05, 400).halfWidth(20, 400)).isCloseTo(3.0352, within(0.0002));
    }

    @Property
    void moreUnitsNeverMakeItWider(@ForAll @IntRange(min = 1, max = 1_000_000) int units) {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 400);

        assertThat(sequence.halfWidth(1, units + 1)).isLessThan(sequence.halfWidth(1, units));
    }

    @Property
    void atItsUnitsNoOtherTuningIsMuchTighter(
            @ForAll @IntRange(min = 10, max = 100_000) int units,
            @ForAll @IntRange(min = 10, max = 100_000) int other) {
        double own = new ConfidenceSequence(0.05, units).halfWidth(1, units);

        assertThat(own).isLessThan(new ConfidenceSequence(0.05, other).halfWidth(1, units) * 1.01);
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new ConfidenceSequence(1, 400)).isInstanceOf(IllegalArgumentException.class);
    }
}
