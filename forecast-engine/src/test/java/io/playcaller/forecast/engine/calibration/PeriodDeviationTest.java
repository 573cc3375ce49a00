package io.playcaller.forecast.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.LogOdds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PeriodDeviationTest {

    @Test
    void withoutAPeriodItIsWhatIsBelieved() {
        assertThat(new PeriodDeviation(0.25, 4).deviation()).isEqualTo(0.25);
    }

    @Test
    void whatPeriodsDoIsFoundAgain() {
        assertThat(afterPeriods(400, 0.3)).isCloseTo(0.3, within(0.04));
    }

    @Test
    void periodsThatDoNothingAreToldFromChance() {
        assertThat(afterPeriods(400, 0)).isLessThan(0.06);
    }

    private static double afterPeriods(int periods, double shock) {
        SplittableRandom random = new SplittableRandom(7);
        PeriodDeviation deviation = new PeriodDeviation(0.25, 2);
        double[] renews = new double[500];
        Arrays.fill(renews, 0.8);
        for (int period = 0; period < periods; period++) {
            double really = LogOdds.probability(LogOdds.of(0.8) + shock * random.nextGaussian());
            boolean[] renewed = new boolean[renews.length];
            for (int i = 0; i < renewed.length; i++) {
                renewed[i] = random.nextDouble() < really;
            }
            deviation.saw(renews, renewed);
        }
        return deviation.deviation();
    }
}
