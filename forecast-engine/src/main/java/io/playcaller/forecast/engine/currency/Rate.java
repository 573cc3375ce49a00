package io.playcaller.forecast.engine.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth from a day on.
 *
 * @param rate units of the reporting currency for one unit of {@code currency} (dollars, not cents), above zero
 */
public record Rate(String currency, LocalDate day, BigDecimal rate) {

    public Rate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above zero, not " + rate);
        }
    }
}
