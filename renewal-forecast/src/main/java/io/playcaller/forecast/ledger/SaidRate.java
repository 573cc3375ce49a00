package io.playcaller.forecast.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A rate that somebody said. Of a day the highest version holds; what it corrects is kept.
 *
 * @param reporting the currency that amounts are converted into
 * @param rate units of it for one unit of {@code currency}
 */
public record SaidRate(
        String reporting,
        String currency,
        LocalDate day,
        int version,
        BigDecimal rate,
        Instant saidAt,
        String saidBy) {}
