package io.playcaller.forecast.engine.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rates into one reporting currency. A rate holds from its day until the next one of its currency, but at most so many days:
 * whatever is older is no rate, and nothing is guessed.
 */
public final class Rates {

    private final String reporting;
    private final int maxAgeDays;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency = new HashMap<>();

    /**
     * @param reporting ISO 4217; needs no rate itself
     * @param maxAgeDays how long a rate holds, its own day included
     * @param rates one per currency and day
     */
    public Rates(String reporting, int maxAgeDays, Collection<Rate> rates) {
        this.reporting = reporting;
        this.maxAgeDays = maxAgeDays;
        rates.forEach(rate -> byCurrency
                .computeIfAbsent(rate.currency(), currency -> new TreeMap<>())
                .put(rate.day(), rate.rate()));
    }

    /** The currency that amounts are converted into. */
    public String reporting() {
        return reporting;
    }

    /** The rate that holds on {@code day}; empty when there is none. */
    public Optional<BigDecimal> on(String currency, LocalDate day) {
        if (currency.equals(reporting)) {
            return Optional.of(BigDecimal.ONE);
        }
        Map.Entry<LocalDate, BigDecimal> newest =
                byCurrency.getOrDefault(currency, new TreeMap<>()).floorEntry(day);
        return Optional.ofNullable(newest)
                .filter(rate -> rate.getKey().plusDays(maxAgeDays).isAfter(day))
                .map(Map.Entry::getValue);
    }

    /** Minor units of {@code currency} as minor units of the reporting currency, rounded half to even. */
    public long convert(long minor, String currency, BigDecimal rate) {
        if (currency.equals(reporting)) {
            return minor;
        }
        return BigDecimal.valueOf(minor)
                .multiply(rate)
                .scaleByPowerOfTen(digits(reporting) - digits(currency))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Digits after the point; none for what has no minor unit. */
    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
