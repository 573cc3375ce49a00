package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.lift.Lift;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
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
     * @param level how often all intervals of a row that are ever looked at contain the truth
     */
    public record Definitions(
            String unit,
            String arms,
            String difference,
            String interval,
            BigDecimal level,
            int leastPerArm,
            String currencyRule) {

        static Definitions of(LiftRule rule) {
            return new Definitions(
                    "an account, by its first run of the play",
                    "as the lot drew, whatever was then done",
                    "mean of the treated less mean of the held out; shares of one, points of score, minor units of ARR",
                    "asymptotic confidence sequence: holds at every look of a quarter",
                    BigDecimal.valueOf(1 - rule.sequence().alpha()),
                    rule.leastPerArm(),
                    "each-by-itself");
        }
    }

    /**
     * One play, one metric, so many days after.
     *
     * @param currency of an amount; null of what is none
     * @param low null while an arm has too few
     */
    public record Row(
            String play,
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
            Lift lift = play.lift();
            Bounds bounds = lift.bounds();
            return new Row(
                    play.play(),
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
        return new LiftTable(Definitions.of(rule), lifts.stream().map(Row::of).toList(), null);
    }
}
