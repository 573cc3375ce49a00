package io.playcaller.forecast.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {

    @Test
    void contractsOfOneAccountThatShareItsFateAreWorthOne() {
        ClusteredShare alone = new ClusteredShare();
        ClusteredShare tenfold = new ClusteredShare();
        for (int account = 0; account < 40; account++) {
            double saved = account % 2;
            alone.add("a" + account, saved, 1);
            for (int contract = 0; contract < 10; contract++) {
                tenfold.add("a" + account, saved, 1);
            }
        }

        Estimate one = alone.estimate().orElseThrow();
        Estimate ten = tenfold.estimate().orElseThrow();

        assertThat(ten.value()).isEqualTo(0.5);
        assertThat(ten.bounds().low()).isCloseTo(one.bounds().low(), within(1e-9));
        assertThat(ten.n()).isEqualTo(40);
    }

    @Test
    void oneLargeAccountMakesTheIntervalWide() {
        ClusteredShare even = new ClusteredShare();
        ClusteredShare uneven = new ClusteredShare();
        for (int account = 0; account < 30; account++) {
            even.add("a" + account, 1, 1);
            uneven.add("a" + account, account == 0 ? 100 : 1, account == 0 ? 100 : 1);
        }

        assertThat(even.estimate().orElseThrow().bounds().low()).isGreaterThan(0.88);
        assertThat(uneven.estimate().orElseThrow().bounds().low()).isLessThan(0.4);
    }

    @Test
    void ofNothingThereIsNoShare() {
        assertThat(new ClusteredShare().estimate()).isEmpty();
    }

    @Test
    void theIntervalContainsTheTruthAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(7);
        int covered = 0;
        int times = 2_000;
        for (int time = 0; time < times; time++) {
            ClusteredShare share = new ClusteredShare();
            for (int account = 0; account < 80; account++) {
                double chance = random.nextDouble() < 0.5 ? 0.9 : 0.5;
                for (int contract = 0; contract < 3; contract++) {
                    share.add("a" + account, random.nextDouble() < chance ? 1 : 0, 1);
                }
            }
            covered += share.estimate().orElseThrow().bounds().contains(0.7) ? 1 : 0;
        }

        assertThat((double) covered / times).isBetween(0.93, 0.97);
    }
}
