package io.playcaller.forecast.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.survival.KaplanMeier.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the remission times of Freireich et al. (1963) as Collett, Kalbfleisch and Prentice and many others table them. */
class KaplanMeierTest {

    private static final int[] RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    private static final int[] STILL_WELL = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    private static final int[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    @Test
    void curveErrorAndIntervalAreThePublishedOnes() {
        KaplanMeier curve = KaplanMeier.of(treated());

        assertStep(curve, 0, 6, 21, .8571, .0764, .6197, .9516);
        assertStep(curve, 1, 7, 17, .8067, .0869, .5631, .9228);
        assertStep(curve, 2, 10, 15, .7529, .0963, .5032, .8894);
        assertStep(curve, 3, 13, 12, .6902, .1068, .4316, .8491);
        assertStep(curve, 4, 16, 11, .6275, .1141, .3675, .8049);
        assertStep(curve, 5, 22, 7, .5378, .1282, .2678, .7468);
        assertStep(curve, 6, 23, 6, .4482, .1346, .1881, .6801);
        assertThat(curve.n()).isEqualTo(21);
        assertThat(curve.arrived()).isEqualTo(9);
    }

    @Test
    void theMediansAreThePublishedOnes() {
        assertThat(KaplanMeier.of(treated()).quantile(0.5).day()).hasValue(23);
        assertThat(KaplanMeier.of(treated()).quantile(0.5).low()).hasValue(13);
        assertThat(KaplanMeier.of(treated()).quantile(0.5).high()).isEmpty();
        assertThat(KaplanMeier.of(waits(PLACEBO, new int[0])).quantile(0.5).day())
                .hasValue(8);
    }

    @Test
    void whereEverybodyArrivedTheCurveIsTheShareThatHasNot() {
        KaplanMeier curve = KaplanMeier.of(waits(new int[] {1, 2, 3, 4}, new int[0]));

        assertThat(curve.steps()).extracting(Step::waiting).containsExactly(0.75, 0.5, 0.25, 0.0);
        assertThat(curve.quantile(0.5).day()).hasValue(2);
    }

    @Test
    void whoHasNotArrivedMovesTheMedianLater() {
        int[] arrived = {5, 6, 7, 8, 9};
        Map<String, KaplanMeier> curves = Map.of(
                "arrived", KaplanMeier.of(waits(arrived, new int[0])),
                "all", KaplanMeier.of(waits(arrived, new int[] {30, 30, 30, 30})));

        assertThat(curves.get("arrived").quantile(0.5).day()).hasValue(7);
        assertThat(curves.get("all").quantile(0.5).day()).hasValue(9);
    }

    @Test
    void ofNobodyThereIsNoMedian() {
        assertThat(KaplanMeier.of(List.of()).quantile(0.5).day()).isEmpty();
    }

    private static void assertStep(
            KaplanMeier curve, int index, int day, int atRisk, double waiting, double error, double low, double high) {
        Step step = curve.steps().get(index);
        assertThat(step.day()).isEqualTo(day);
        assertThat(step.atRisk()).isEqualTo(atRisk);
        assertThat(step.waiting()).isCloseTo(waiting, within(0.00006));
        assertThat(step.error()).isCloseTo(error, within(0.00006));
        assertThat(step.bounds().low()).isCloseTo(low, within(0.00006));
        assertThat(step.bounds().high()).isCloseTo(high, within(0.00006));
    }

    private static List<Wait> treated() {
        return waits(RELAPSED, STILL_WELL);
    }

    private static List<Wait> waits(int[] arrived, int[] waiting) {
        List<Wait> waits = new ArrayList<>();
        IntStream.of(arrived).forEach(day -> waits.add(new Wait(day, true)));
        IntStream.of(waiting).forEach(day -> waits.add(new Wait(day, false)));
        return waits;
    }
}
