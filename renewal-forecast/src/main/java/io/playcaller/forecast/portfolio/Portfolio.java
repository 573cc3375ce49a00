package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the coming quarters keep, per currency, with what the figures mean.
 *
 * @param items in order of quarter and currency
 * @param next always null: the list is whole
 */
public record Portfolio(
        Definitions definitions,
        List<Figures> items,
        @Nullable String next) {

    /**
     * What the figures mean.
     *
     * @param grain what is taken to renew or not
     * @param currencyRule how several currencies are treated
     * @param level probability that the figure lies between low and high
     * @param base what GRR and NRR are shares of
     * @param pastDue where renewals that are past their day and undecided are counted
     * @param periodDeviation what a quarter does to all renewals at once: standard deviation on the log-odds scale
     */
    public record Definitions(
            String grain,
            String currencyRule,
            BigDecimal level,
            String base,
            String pastDue,
            double periodDeviation,
            String modelVersion) {}

    /** A figure with its interval; {@code mean} is what is expected, which differs from the median where few contracts are due. */
    public record Range(BigDecimal low, BigDecimal median, BigDecimal high, BigDecimal mean) {}

    /** One category's share of a quarter. */
    public record Part(Category category, int renewals, Money arr) {}

    /**
     * One quarter in one currency.
     *
     * @param renewalsDue contracts whose renewal falls into the quarter
     * @param arrDue their ARR
     * @param grr share of {@code arrDue} kept without growth
     * @param nrr share of {@code arrDue} kept with growth
     * @param grrOfInForce share of all ARR in force today that is left after the quarter's renewals, without growth
     */
    public record Figures(
            String quarter,
            String currency,
            int renewalsDue,
            Money arrDue,
            Range grr,
            Range nrr,
            Money arrInForce,
            Range grrOfInForce,
            List<Part> byCategory) {}
}
