package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the growth that targets need is in sight.
 *
 * @param items in order of quarter, currency and group
 * @param undated open opportunities of which nobody said when they may be decided: they are in no quarter
 * @param next always null: the list is whole
 */
public record ExpansionCoverage(
        Definitions definitions,
        List<Row> items,
        List<Chances> undated,
        @Nullable String next) {

    /** What the figures mean. */
    public record Definitions(
            String needed,
            String won,
            String expected,
            String pipeline,
            String elsewhere,
            String work,
            String byPipeline,
            String byForecast,
            String blank,
            String grain,
            String by,
            String currencyRule,
            String modelVersion) {

        /** Those of every answer, but for what it is told apart by and the model. */
        static Definitions of(By by, String modelVersion) {
            return new Definitions(
                    "target NRR x base - kept, at least 0; base: ARR of the quarter's renewals, open and decided; kept: what is kept of"
                            + " the decided ones and expected of the open ones, without growth",
                    "growth of the quarter's renewals that are decided",
                    "growth that the forecast expects of those that are open",
                    "open opportunities that may be decided in the quarter, in full, of customers with a renewal of it; those past their"
                            + " day are in the current one",
                    "those of other customers: ARR that the target of these renewals does not count",
                    "customers with a renewal of the quarter: with an open signal of expansion, with a task for one that is not done; no"
                            + " amount is known of them",
                    "(won + pipeline) / needed",
                    "(won + expected) / needed; never added to the other: both may mean the same growth",
                    "no-target: no NRR is aimed at; nothing-needed: what is kept reaches the target without growth",
                    "contract; opportunity; customers: accounts, merged ones are one",
                    by.key(),
                    "each-by-itself",
                    modelVersion);
        }
    }

    /** Opportunities, and by how much the yearly revenue would rise with all of them. */
    public record Chances(int opportunities, Money arr) {}

    /** How many customers may grow, and of how many somebody is at it. */
    public record Work(int signals, int plays) {}

    /**
     * What is aimed at.
     *
     * @param nrr of the quarter's renewals
     * @param needed growth that it takes
     * @param byPipeline null where none is needed
     * @param byForecast null where none is needed
     */
    public record Aim(
            BigDecimal nrr,
            Money needed,
            @Nullable BigDecimal byPipeline,
            @Nullable BigDecimal byForecast) {}

    /**
     * One quarter and group in one currency.
     *
     * @param group {@code all}, or a segment
     * @param target null where no NRR is aimed at
     * @param blank why there is no coverage: {@code no-target} or {@code nothing-needed}; null where there is one
     */
    public record Row(
            String quarter,
            String group,
            String currency,
            Money base,
            Money kept,
            Money won,
            Money expected,
            Chances pipeline,
            Chances elsewhere,
            Work work,
            @Nullable Aim target,
            @Nullable String blank) {}
}
