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
    void periodsInWhichNothingWasOpenChangeNothing() {
        PeriodDeviation deviation = PeriodDeviation.believing(0.25);

        deviation.saw(new double[] {}, new boolean[] {});
        deviation.saw(new double[] {1}, new boolean[] {true});

        assertThat(deviation.deviation()).isEqualTo(0.25);
    }

    @Test
    void aPeriodMayBeAddedContractByContract() {
        PeriodDeviation whole = PeriodDeviation.believing(0.25);
        PeriodDeviation oneByOne = PeriodDeviation.believing(0.25);
        double[] renews = new double[200];
        Arrays.fill(renews, 0.8);
        PeriodDeviation.Period period = new PeriodDeviation.Period();

        whole.saw(renews, new boolean[renews.length]);
        for (double said : renews) {
            period.add(said, false);
        }
        oneByOne.saw(period);

        assertThat(period.contracts()).isEqualTo(200);
        assertThat(oneByOne.deviation()).isEqualTo(whole.deviation()).isGreaterThan(0.25);
    }

    @Test
    void periodsOfFewRenewalsMoveItLittle() {
        for (int renewed = 0; renewed <= 5; renewed++) {
            PeriodDeviation deviation = PeriodDeviation.believing(0.25);

            deviation.saw(new double[] {0.8, 0.8, 0.8, 0.8, 0.8}, first(renewed));

            assertThat(deviation.deviation()).isBetween(0.2, 0.35);
        }
    }

    private static boolean[] first(int renewed) {
        boolean[] five = new boolean[5];
        Arrays.fill(five, 0, renewed, true);
        return five;
    }

    @Test
    void noShiftIsBeyondTheMost() {
        PeriodDeviation deviation = PeriodDeviation.believing(0.25);
        double[] renews = new double[1_000];
        Arrays.fill(renews, 0.99);

        deviation.saw(renews, new boolean[renews.length]);

        assertThat(deviation.deviation()).isEqualTo(2);
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
