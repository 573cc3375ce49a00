package io.playcaller.forecast.engine.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the recurring revenue at the start of a period became that at its end. Amounts are minor units of
 * {@code currency}, none negative. {@code start - churn - contraction + expansion + newBusiness + reactivated} is the end.
 *
 * <p>GRR = (start - churn - contraction) / start, NRR = GRR + expansion / start: the customers of the start only, new
 * business and reactivations outside.
 *
 * @param from first day of the period
 * @param until first day after it
 * @param churn of units that are at zero at the end
 * @param expansion of customers of the start, new lines of theirs included
 * @param reactivated of customers that had left before the start
 */
public record RetentionBridge(
        LocalDate from,
        LocalDate until,
        String currency,
        RetentionDefinition definition,
        long start,
        long churn,
        long contraction,
        long expansion,
        long newBusiness,
        long reactivated,
        int logosAtStart,
        int logosLost) {

    private static final int DIGITS = 6;

    /** What is left of the start without any growth. */
    public long retained() {
        return start - churn - contraction;
    }

    /** ARR at the end. */
    public long end() {
        return Math.addExact(Math.addExact(Math.addExact(retained(), expansion), newBusiness), reactivated);
    }

    /** Gross revenue retention, at most 1; empty where there was nothing to retain. */
    public Optional<BigDecimal> grr() {
        return share(retained());
    }

    /** Net revenue retention; empty where there was nothing to retain. */
    public Optional<BigDecimal> nrr() {
        return share(Math.addExact(retained(), expansion));
    }

    private Optional<BigDecimal> share(long amount) {
        return start == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(start), DIGITS, RoundingMode.HALF_EVEN));
    }
}
