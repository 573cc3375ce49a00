package io.playcaller.forecast.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** Method 3 of table I in Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998). */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, .0000, .1611", "1, 29, .0061, .1718"})
    void theIntervalIsThePublishedOne(int part, int whole, double low, double high) {
        Bounds bounds = WilsonInterval.of((double) part / whole, whole);

        assertThat(bounds.low()).isCloseTo(low, within(0.00006));
        assertThat(bounds.high()).isCloseTo(high, within(0.00006));
    }
}
