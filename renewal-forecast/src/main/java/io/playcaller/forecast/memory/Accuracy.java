package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.memory.Coverage;
import io.playcaller.forecast.engine.memory.Hindsight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How right forecasts were. Amounts are minor units, shares fractions of one.
 *
 * @param until first renewal day that does not count
 * @param items the longest horizon first
 */
public record Accuracy(
        Definitions definitions, LocalDate from, LocalDate until, List<Item> items, List<Held> intervals) {

    private static final int DIGITS = 4;

    /** What the figures mean. */
    public record Definitions(
            String grain,
            String currencyRule,
            String horizon,
            String actual,
            String bias,
            String accuracy,
            String judgement,
            String interval,
            String decided) {

        /** As computed here. */
        public static Definitions stated(double periodDeviation, ShortTerms shortTerms) {
            return new Definitions(
                    "contract and renewal day",
                    "each-by-itself",
                    "the snapshot so many days before the renewal, or the newest of the week before that, if it was about this"
                            + " renewal",
                    "ARR kept without growth at the end of the reactivation gap, as first known then; restated as known"
                            + " now",
                    "(forecast - actual) / due",
                    "1 - sum of |forecast - actual| per contract / due",
                    "what stood on the snapshot's day: an amount as it is, else probability times ARR, else all of the"
                            + " ARR for commit and best case and nothing for at risk and lost; final is the manager's,"
                            + " else the CSM's, else the model's",
                    "90% interval of the model for a quarter and segment of today, from the snapshots of the horizon,"
                            + " with a period term of " + periodDeviation,
                    shortTerms.stated());
        }
    }

    /**
     * One source at one horizon.
     *
     * @param source model, csm, manager or final
     * @param author of the judgements; null for all of the source
     * @param n renewals
     * @param brier mean squared error of stated probabilities; null where none was stated
     */
    public record Item(
            int horizon,
            String source,
            @Nullable String author,
            String currency,
            int n,
            long due,
            long forecast,
            long actual,
            long restated,
            @Nullable BigDecimal bias,
            @Nullable BigDecimal accuracy,
            @Nullable BigDecimal brier) {}

    /**
     * How often intervals held at one horizon.
     *
     * @param groups quarters and segments
     * @param share of them that kept what the interval says
     */
    public record Held(int horizon, int groups, int within, int below, int above, BigDecimal share) {}

    /** The answer from what was summed up. */
    public static Accuracy of(
            Definitions definitions,
            LocalDate from,
            LocalDate until,
            Map<Hindsights.Source, Hindsight> bySource,
            Map<Integer, Coverage> coverage) {
        List<Item> items = new ArrayList<>();
        bySource.forEach((source, hindsight) -> items.add(item(source, hindsight)));
        List<Held> intervals = new ArrayList<>();
        coverage.forEach((horizon, held) -> intervals.add(new Held(
                horizon,
                held.groups(),
                held.within(),
                held.below(),
                held.above(),
                share((double) held.within() / held.groups()))));
        return new Accuracy(definitions, from, until, items, intervals);
    }

    private static Item item(Hindsights.Source source, Hindsight hindsight) {
        return new Item(
                source.horizon(),
                source.source(),
                source.author().isEmpty() ? null : source.author(),
                source.currency(),
                hindsight.n(),
                hindsight.due(),
                hindsight.forecast(),
                hindsight.actual(),
                hindsight.restated(),
                share(hindsight.bias()),
                share(hindsight.accuracy()),
                share(hindsight.brier()));
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : share(share.getAsDouble());
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
