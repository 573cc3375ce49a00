package io.playcaller.forecast.outcome;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.lift.Lift;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.lift.ReasonLift;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What plays did, with what the figures mean. */
public record LiftTable(
        Definitions definitions, List<Row> items, @Nullable String next) {

    /**
     * What the figures mean.
     *
     * @param looks when accounts are looked at
     * @param level how often all intervals of a row that are ever looked at contain the truth
     * @param multiplicity what that says of many rows
     * @param intervals how many rows have one
     * @param mostWrong so many of these at most, on average, ever miss the truth
     */
    public record Definitions(
            String unit,
            String arms,
            String looks,
            String difference,
            String interval,
            BigDecimal level,
            String multiplicity,
            long intervals,
            BigDecimal mostWrong,
            int leastPerArm,
            String currencyRule) {

        static Definitions of(String unit, List<Row> rows, LiftRule rule) {
            long intervals = rows.stream().filter(row -> row.low() != null).count();
            return new Definitions(
                    unit,
                    "as the lot drew, whatever was then done; where none was drawn nothing is compared",
                    "so many days after the run began, in both arms, whether it has ended by then or not",
                    "mean of the treated less mean of the held out, each share of the lot by itself and weighed by its accounts;"
                            + " shares of one, points of score, minor units of ARR",
                    "asymptotic confidence sequence: holds at every look of a quarter",
                    BigDecimal.valueOf(1 - rule.sequence().alpha()),
                    "each row by itself: nothing is corrected for how many there are",
                    intervals,
                    Figure.rounded(intervals * rule.sequence().alpha()),
                    rule.leastPerArm(),
                    "each-by-itself");
        }
    }

    /**
     * One play, one metric, so many days after.
     *
     * @param reason that its runs began with; null where all reasons are together
     * @param currency of an amount; null of what is none
     * @param low null while an arm has too few
     */
    public record Row(
            String play,
            @Nullable Reason reason,
            int daysAfter,
            String metric,
            @Nullable String currency,
            long treated,
            BigDecimal treatedMean,
            long holdout,
            BigDecimal holdoutMean,
            BigDecimal difference,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String says) {

        /** The row as people read it. */
        public static Row of(PlayLift play) {
            return of(play, null);
        }

        private static Row of(PlayLift play, @Nullable Reason reason) {
            Lift lift = play.lift();
            Bounds bounds = lift.bounds();
            return new Row(
                    play.play(),
                    reason,
                    play.daysAfter(),
                    play.metric().key(),
                    play.currency().isEmpty() ? null : play.currency(),
                    lift.treated().n(),
                    Figure.rounded(lift.treated().mean()),
                    lift.holdout().n(),
                    Figure.rounded(lift.holdout().mean()),
                    Figure.rounded(lift.difference()),
                    bounds == null ? null : Figure.rounded(bounds.low()),
                    bounds == null ? null : Figure.rounded(bounds.high()),
                    lift.says().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    public static LiftTable of(List<PlayLift> lifts, LiftRule rule) {
        List<Row> rows = lifts.stream().map(Row::of).toList();
        return new LiftTable(
                Definitions.of("an account, by its first run of the play, if a lot was drawn for it", rows, rule),
                rows,
                null);
    }

    /** The same by reason. */
    public static LiftTable byReason(List<ReasonLift> lifts, LiftRule rule) {
        List<Row> rows =
                lifts.stream().map(its -> Row.of(its.lift(), its.reason())).toList();
        return new LiftTable(
                Definitions.of(
                        "an account, by its first run of the play, if a lot was drawn for it, under the reason that this run"
                                + " began with; those of a play sum to the play's",
                        rows,
                        rule),
                rows,
                null);
    }
}
