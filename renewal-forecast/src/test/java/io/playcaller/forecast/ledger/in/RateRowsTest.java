package io.playcaller.forecast.ledger.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.chassis.problem.FieldFault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateRowsTest {

    @Test
    void aRateIsReadAsItIsWritten() {
        assertThat(RateRows.one("USD", "2026-01-01", new BigDecimal("9213e-4"), "EUR")
                        .rates())
                .extracting(rate -> rate.rate().toString())
                .containsExactly("0.9213");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "0", "-1"})
    void aRateIsANumberOfFewDigitsAboveZero(String rate) {
        assertThat(RateRows.one("USD", "2026-01-01", new BigDecimal(rate), "EUR")
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("rate");
    }

    @Test
    void aDayThatNoTableHoldsIsRefused() {
        assertThat(RateRows.one("USD", "+999999999-01-01", BigDecimal.ONE, "EUR")
                        .faults())
                .extracting(FieldFault::field)
                .containsExactly("day");
    }
}
