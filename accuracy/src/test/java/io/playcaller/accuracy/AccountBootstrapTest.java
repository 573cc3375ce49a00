package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountBootstrapTest {

    private static final int DRAWS = 400;

    @Test
    void quantilesLieBetweenTheNearest() {
        assertThat(AccountBootstrap.quantile(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2.5);
        assertThat(AccountBootstrap.quantile(new double[] {1, 2, 3, 4}, 0)).isEqualTo(1);
        assertThat(AccountBootstrap.quantile(new double[] {1, 2, 3, 4}, 1)).isEqualTo(4);
    }

    @Test
    void theSameSeedGivesTheSameIntervalAroundTheValue() {
        Interval interval = interval(1);

        assertThat(interval(1)).isEqualTo(interval);
        assertThat(interval.low()).isLessThan(auc(1).value());
        assertThat(interval.high()).isGreaterThan(auc(1).value());
    }

    /** Units of one account are no news: looking at each account ten times over makes nobody surer. */
    @Test
    void moreLooksAtTheSameAccountsDoNotNarrowIt() {
        Interval once = interval(1);
        Interval tenTimes = interval(10);

        assertThat(tenTimes.low()).isCloseTo(once.low(), within(1e-12));
        assertThat(tenTimes.high()).isCloseTo(once.high(), within(1e-12));
    }

    private static Interval interval(int looks) {
        return new AccountBootstrap(sample(looks), DRAWS, 7).interval(auc(looks));
    }

    private static Auc auc(int looks) {
        Random random = new Random(1);
        double[] risk = new double[60 * looks];
        boolean[] bad = sample(looks).bad();
        for (int account = 0; account < 60; account++) {
            double one = random.nextDouble() + (bad[account * looks] ? 0.4 : 0);
            for (int look = 0; look < looks; look++) {
                risk[account * looks + look] = one;
            }
        }
        return new Auc(risk, bad);
    }

    private static Sample sample(int looks) {
        List<String> accounts = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        List<Boolean> ends = new ArrayList<>();
        for (int account = 0; account < 60; account++) {
            for (int look = 0; look < looks; look++) {
                accounts.add("a-" + account);
                dates.add("d-" + look);
                ends.add(account % 3 == 0);
            }
        }
        return new Sample(accounts, dates, ends);
    }
}
