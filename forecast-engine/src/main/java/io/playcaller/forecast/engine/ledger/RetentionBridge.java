package io.playcaller.forecast.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the recurring revenue at the start of a period became that at its end. Amounts are minor units of {@code currency}, none
 * but {@code fx} negative. {@code start - churn - contraction + expansion + uplift + newBusiness + reactivated + fx} is the
 * end.
 *
 * <p>GRR = (start - churn - contraction) / start, NRR = GRR + growth / start: the customers of the start only, new
 * business, reactivations and rates outside.
 *
 * @param from first day of the period
 * @param until first day after it
 * @param churn of units that are at zero at the end
 * @param finalChurn the part of it that is of customers who are at zero as a whole; the rest is partial
 * @param expansion of customers of the start, new lines of theirs included, without what is price
 * @param uplift of customers of the start: the same for a higher price
 * @param reactivated of customers that had left before the start
 * @param fx what other rates at the end make of the end; zero where each currency stands by itself
 */
public record RetentionBridge(
        LocalDate from,
        LocalDate until,
        String currency,
        RetentionDefinition definition,
        long start,
        long churn,
        long finalChurn,
        long contraction,
        long expansion,
        long uplift,
        long newBusiness,
        long reactivated,
        long fx,
        int logosAtStart,
        int logosLost) {

    private static final int DIGITS = 6;

    /** What is left of the start without any growth. */
    public long retained() {
        return start - churn - contraction;
    }

    /** What the customers of the start grew by, as NRR counts it. */
    public long growth() {
        return definition.upliftCounts() ? Math.addExact(expansion, uplift) : expansion;
    }

    /** ARR at the end. */
    public long end() {
        long end = retained();
        for (long part : new long[] {expansion, uplift, newBusiness, reactivated, fx}) {
            end = Math.addExact(end, part);
        }
        return end;
    }

    /** Gross revenue retention, at most 1; empty where there was nothing to retain. */
    public Optional<BigDecimal> grr() {
        return share(retained());
    }

    /** Net revenue retention; empty where there was nothing to retain. */
    public Optional<BigDecimal> nrr() {
        return share(Math.addExact(retained(), growth()));
    }

    /** Customers of the start that are not lost; empty where there were none. */
    public Optional<BigDecimal> logoRetention() {
        return logosAtStart == 0 ? Optional.empty() : Optional.of(ratio(logosAtStart - logosLost, logosAtStart));
    }

    private Optional<BigDecimal> share(long amount) {
        return start == 0 ? Optional.empty() : Optional.of(ratio(amount, start));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN);
    }
}
