package io.playcaller.forecast.engine.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
    private static final Rates RATES = new Rates(
            "EUR",
            31,
            List.of(
                    new Rate("USD", JAN, new BigDecimal("0.90")),
                    new Rate("USD", JAN.plusDays(10), new BigDecimal("0.80")),
                    new Rate("JPY", JAN, new BigDecimal("0.0061"))));

    @Test
    void aRateHoldsUntilTheNextAndNoLongerThanItMay() {
        assertThat(RATES.on("USD", JAN.minusDays(1))).isEmpty();
        assertThat(RATES.on("USD", JAN.plusDays(9))).contains(new BigDecimal("0.90"));
        assertThat(RATES.on("USD", JAN.plusDays(40))).contains(new BigDecimal("0.80"));
        assertThat(RATES.on("USD", JAN.plusDays(41))).isEmpty();
        assertThat(RATES.on("CHF", JAN)).isEmpty();
        assertThat(RATES.on("EUR", JAN.minusYears(9))).contains(BigDecimal.ONE);
    }

    @Test
    void minorUnitsOfACurrencyWithoutCentsBecomeCents() {
        assertThat(RATES.convert(1_000_000, "JPY", new BigDecimal("0.0061"))).isEqualTo(610_000);
        assertThat(RATES.convert(12_345, "USD", new BigDecimal("0.90"))).isEqualTo(11_110);
        assertThat(RATES.convert(12_345, "EUR", BigDecimal.ONE)).isEqualTo(12_345);
    }

    @Test
    void aRateOfNothingIsNoRate() {
        assertThatThrownBy(() -> new Rate("USD", JAN, BigDecimal.ZERO)).hasMessageContaining("above zero");
    }
}
