package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccountDrawTest {

    private static final int DRAWS = 200_000;
    private static final int ACCOUNTS = 100;

    private static double[] shares(boolean zipf) {
        AccountDraw draw = AccountDraw.of(new HealthLoad(DRAWS, ACCOUNTS, zipf, 4));
        SplittableRandom random = new SplittableRandom(1);
        double[] shares = new double[ACCOUNTS];
        for (int i = 0; i < DRAWS; i++) {
            shares[draw.next(random)] += 1.0 / DRAWS;
        }
        return shares;
    }

    @Test
    void uniformMeansThatEachIsAsLikely() {
        for (double share : shares(false)) {
            assertThat(share).isCloseTo(0.01, within(0.002));
        }
    }

    @Test
    void zipfGivesTheTenthATenthOfTheFirst() {
        double[] shares = shares(true);

        assertThat(shares[0]).isCloseTo(1 / 5.187, within(0.005)); // the sum of 1/n up to 100 is 5.187
        assertThat(shares[9]).isCloseTo(shares[0] / 10, within(0.003));
        assertThat(shares[99]).isPositive();
    }
}
