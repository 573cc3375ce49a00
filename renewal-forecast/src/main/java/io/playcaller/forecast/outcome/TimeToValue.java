package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.survival.KaplanMeier;
import io.playcaller.forecast.engine.survival.KaplanMeier.Quantile;
import io.playcaller.forecast.engine.survival.KaplanMeier.Step;
import io.playcaller.forecast.engine.survival.Wait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How long customers take to a milestone, those counted who have not arrived. */
public record TimeToValue(
        Definitions definitions,
        List<Segment> items,
        @Nullable String next) {

    /**
     * What the figures mean.
     *
     * @param from first day on which an account of it may have become a customer
     * @param until first day on which it may not
     */
    public record Definitions(
            String milestone,
            LocalDate from,
            LocalDate until,
            LocalDate asOf,
            String grain,
            String days,
            String method) {}

    /** After how many days a share has arrived; null where it has not come to that, or the interval is open. */
    public record Days(
            @Nullable Integer value,
            @Nullable Integer low,
            @Nullable Integer high) {

        static Days of(Quantile quantile) {
            return new Days(days(quantile.day()), days(quantile.low()), days(quantile.high()));
        }

        private static @Nullable Integer days(OptionalInt day) {
            return day.isPresent() ? (Integer) day.getAsInt() : null;
        }
    }

    /** Share that still waits after a day. */
    public record Point(int day, BigDecimal waiting, BigDecimal low, BigDecimal high, int atRisk) {

        static Point of(Step step) {
            return new Point(
                    step.day(),
                    Figure.rounded(step.waiting()),
                    Figure.rounded(step.bounds().low()),
                    Figure.rounded(step.bounds().high()),
                    step.atRisk());
        }
    }

    /**
     * One segment.
     *
     * @param segment null for all together
     */
    public record Segment(
            @Nullable String segment,
            int n,
            int arrived,
            Days quarter,
            Days median,
            Days threeQuarters,
            List<Point> curve) {

        static Segment of(@Nullable String segment, List<Wait> waits) {
            KaplanMeier curve = KaplanMeier.of(waits);
            return new Segment(
                    segment,
                    curve.n(),
                    curve.arrived(),
                    Days.of(curve.quantile(0.25)),
                    Days.of(curve.quantile(0.5)),
                    Days.of(curve.quantile(0.75)),
                    curve.steps().stream().map(Point::of).toList());
        }
    }

    /** All together first, then by segment. */
    public static TimeToValue of(Map<String, List<Wait>> waits, String milestone, Waits.Cohort cohort, LocalDate asOf) {
        List<Segment> items = new ArrayList<>();
        items.add(Segment.of(null, waits.values().stream().flatMap(List::stream).toList()));
        waits.forEach((segment, of) -> items.add(Segment.of(segment, of)));
        Definitions definitions = new Definitions(
                milestone,
                cohort.from(),
                cohort.until(),
                asOf,
                "account",
                "from the start of its first contract to the milestone",
                "Kaplan-Meier, 95% interval by Greenwood on the log(-log) scale; who has not arrived counts as waiting");
        return new TimeToValue(definitions, List.copyOf(items), null);
    }
}
