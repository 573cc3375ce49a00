package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanBootstrapTest {

    private final double[] values = new double[400];
    private final SplittableRandom random = new SplittableRandom(9);

    MeanBootstrapTest() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 5 + 2 * random.nextGaussian();
        }
    }

    @Test
    void theIntervalOfAMeanIsThatOfItsStandardError() {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            accounts.add("a" + i);
        }

        Interval interval = interval(accounts, values);

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 2 / 20, within(0.08));
    }

    @Test
    void unitsOfOneAccountTellLittleMoreThanOneOfThem() {
        List<String> accounts = new ArrayList<>();
        double[] same = new double[values.length];
        for (int i = 0; i < same.length; i++) {
            accounts.add("a" + i / 4);
            same[i] = values[i / 4];
        }

        Interval interval = interval(accounts, same);

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 2 / 10, within(0.2));
    }

    private static Interval interval(List<String> accounts, double[] values) {
        int size = accounts.size();
        Sample sample = new Sample(accounts, Collections.nCopies(size, ""), Collections.nCopies(size, true));
        return new AccountBootstrap(sample, 1_000, 1).ofMean(values);
    }
}
