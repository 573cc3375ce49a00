package io.playcaller.forecast.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a quarter shall keep, as shares of the ARR of its renewals, open and decided. Every change is kept; the newest counts.
 *
 * @param segment {@link By#ALL} for the whole
 * @param version from 1 on
 * @param grr null where none is set
 * @param nrr null where none is set; with neither there is no target any more
 */
public record Target(
        String quarter,
        String segment,
        String currency,
        int version,
        @Nullable BigDecimal grr,
        @Nullable BigDecimal nrr,
        String author,
        Instant at) {}
