package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the coming quarters keep, per currency, with what the figures mean.
 *
 * @param items in order of quarter, currency and group
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
     * @param by what the figures are told apart by
     * @param currencyRule how several currencies are treated
     * @param level probability that the figure lies between low and high
     * @param base what GRR and NRR are shares of
     * @param decided how renewals of the quarter count that are decided
     * @param inForce what the figures of all ARR in force say of contracts that are not due
     * @param logo when a customer is lost
     * @param pastDue where renewals that are past their day and undecided are counted
     * @param judgements where judgements of people count
     * @param periodDeviation what a quarter does to all renewals at once: standard deviation on the log-odds scale
     * @param error what the computation adds to a quantile where few contracts are due, as a share of the ARR due
     */
    public record Definitions(
            String grain,
            String by,
            String currencyRule,
            BigDecimal level,
            String base,
            String decided,
            String inForce,
            String logo,
            String pastDue,
            String judgements,
            double periodDeviation,
            BigDecimal error,
            String modelVersion) {}

    /** A figure with its interval; {@code mean} is what is expected, which differs from the median where few contracts are due. */
    public record Range(BigDecimal low, BigDecimal median, BigDecimal high, BigDecimal mean) {}

    /**
     * Renewals of a quarter that are decided, as known now. A contract with one that is open is not among them.
     *
     * @param renewed how many of which something is left
     * @param lost how many of which nothing is left
     * @param arr what was up for renewal
     * @param kept of it, without growth
     * @param net with growth
     */
    public record Decided(int renewed, int lost, Money arr, Money kept, Money net) {

        static Decided of(List<Holding.Decided> terms, String currency) {
            int renewed = (int) terms.stream().filter(term -> term.net() > 0).count();
            return new Decided(
                    renewed,
                    terms.size() - renewed,
                    sum(terms, Holding.Decided::arr, currency),
                    sum(terms, Holding.Decided::kept, currency),
                    sum(terms, Holding.Decided::net, currency));
        }

        private static Money sum(List<Holding.Decided> terms, ToLongFunction<Holding.Decided> amount, String currency) {
            return new Money(terms.stream().mapToLong(amount).reduce(0, Math::addExact), currency);
        }
    }

    /** Of what is due in a quarter the share that the model calls so. */
    public record Part(Category category, int renewals, Money arr) {}

    /**
     * Customers.
     *
     * @param inForce with revenue in force today
     * @param due of these, those whose every contract is due in the quarter, or is decided to end later in it
     * @param kept share of {@code inForce} that is left after the quarter
     */
    public record Logos(int inForce, int due, Range kept) {}

    /**
     * What was aimed at, and how probable it is to get there or beyond.
     *
     * @param grr null where none is set
     * @param nrr null where none is set
     */
    public record Aim(
            @Nullable BigDecimal grr,
            @Nullable BigDecimal grrReached,
            @Nullable BigDecimal nrr,
            @Nullable BigDecimal nrrReached) {}

    /**
     * One quarter and group in one currency.
     *
     * @param group what it is told apart by: a segment, say; {@code all} where it is not
     * @param renewalsDue contracts whose renewal falls into the quarter and is open
     * @param arrDue their ARR: what is to be renewed
     * @param expected what the model expects to be kept of it without growth; sums over groups and quarters
     * @param decided what became of the others; in a snapshot of before it was told, none
     * @param grr share of {@code arrDue} and {@code decided.arr} kept without growth
     * @param nrr the same kept with growth
     * @param arrInForce all ARR in force today, as the ledger counts it
     * @param grrOfInForce share of it that is left after the quarter's renewals, without growth; contracts that are not due
     *     count as kept
     * @param nrrOfInForce the same with the growth of those that are due
     * @param target null where none is set
     */
    public record Figures(
            String quarter,
            String group,
            String currency,
            int renewalsDue,
            Money arrDue,
            Money expected,
            Decided decided,
            Range grr,
            Range nrr,
            Money arrInForce,
            Range grrOfInForce,
            Range nrrOfInForce,
            Logos logos,
            List<Part> byCategory,
            @Nullable Aim target) {

        public Figures {
            decided = decided == null ? Decided.of(List.of(), currency) : decided;
        }
    }
}
