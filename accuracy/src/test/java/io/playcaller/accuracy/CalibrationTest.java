package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** The example of scikit-learn's brier_score_loss. */
    @Test
    void aPublishedBrierScore() {
        assertThat(Calibration.brier(new double[] {0.1, 0.9, 0.8, 0.3}, new boolean[] {false, true, true, false}))
                .isCloseTo(0.0375, within(1e-12));
    }

    /** The example of scikit-learn's log_loss. */
    @Test
    void aPublishedLogLoss() {
        assertThat(Calibration.logLoss(new double[] {0.9, 0.1, 0.2, 0.65}, new boolean[] {true, false, false, true}))
                .isCloseTo(0.21616187468057912, within(1e-12));
    }

    @Test
    void aCertaintyThatWasWrongCostsMuchAndNotInfinitely() {
        assertThat(Calibration.logLoss(new double[] {0}, new boolean[] {true})).isCloseTo(34.539, within(0.001));
    }

    /** Bins 0.1-0.2: said .15, came .5; 0.9-1: said .95 and 1, came 1 of 2. Weighted by hand: (2 * .35 + 2 * .475) / 4. */
    @Test
    void theCalibrationErrorIsTheDistanceOfWhatCameFromWhatWasSaidBinByBin() {
        assertThat(Calibration.error(new double[] {0.15, 0.15, 0.95, 1}, new boolean[] {true, false, true, false}))
                .isCloseTo((2 * 0.35 + 2 * 0.475) / 4, within(1e-12));
    }
}
