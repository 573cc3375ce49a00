package io.playcaller.forecast.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Property
    void oneAfterAnotherIsOne(
            @ForAll @DoubleRange(min = -7, max = 7) double logOdds,
            @ForAll @DoubleRange(min = 0.1, max = 3) double slope,
            @ForAll @DoubleRange(min = -2, max = 2) double intercept) {
        Calibration first = new Calibration(1.5, -0.3);
        Calibration next = new Calibration(slope, intercept);

        assertThat(first.then(next).of(logOdds)).isCloseTo(next.of(first.of(logOdds)), within(1e-9));
    }

    @Test
    void anOrderIsNeverTurnedRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(Double.NaN, 0));
        assertThat(Calibration.NONE.of(1.25)).isEqualTo(1.25);
    }
}
