package io.playcaller.ingest.source.health;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * A source's pattern of the week: 168 hours, each seen up to eight times. Sums over the same hours of earlier weeks are
 * compared, and not hours one by one: a sum of quartiles is no quartile of sums, and a source with three events a day has
 * nothing in most of its hours.
 */
final class Pattern {

    /** How many weeks back it looks. */
    static final int WEEKS = 8;

    /** With less history nobody is judged by it. */
    static final int LEAST_WEEKS = 3;

    /** Fewer weeks tell nothing: of the history some may be gaps, or end within the span. */
    private static final int LEAST_COMPARED = 2;

    private static final double LOWER_QUARTILE = 0.25;
    private static final double UPPER_QUARTILE = 0.75;

    private final Traffic traffic;

    Pattern(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Whether there is history enough to judge by it. */
    boolean known(long now) {
        return learned(traffic, now);
    }

    /** Whether there was history enough at that hour. */
    static boolean learned(Traffic traffic, long hour) {
        OptionalLong first = traffic.first();
        return first.isPresent() && first.getAsLong() <= hour - LEAST_WEEKS * Span.WEEK;
    }

    /**
     * How many signs of life it gives at least in such a span in usual weeks: the lower quartile, weighted by age, of those in
     * the same hours of earlier weeks. Empty when fewer than two weeks can tell.
     */
    OptionalDouble usual(Span span) {
        return lowerQuartile(span, then -> traffic.in(then).signs());
    }

    /**
     * The same of what is due in it, also from a source that was an hour early at its beginning, or is an hour late at its end:
     * in hours of UTC every local time moves by one twice a year.
     */
    OptionalDouble due(Span span) {
        return lowerQuartile(
                span,
                then -> Math.min(
                        traffic.in(then.withoutFirst()).signs(),
                        traffic.in(then.withoutLast()).signs()));
    }

    private OptionalDouble lowerQuartile(Span span, ToLongFunction<Span> signs) {
        List<Weighted> weeks = new ArrayList<>(WEEKS);
        for (int week = 1; week <= WEEKS; week++) {
            Span then = span.earlier((long) week * Span.WEEK);
            if (then.to() <= span.from() && traffic.tells(then)) {
                weeks.add(Weighted.ofWeek((double) signs.applyAsLong(then), week));
            }
        }
        return quantile(weeks, LOWER_QUARTILE);
    }

    /**
     * Which part of what it sends is refused at most in its usual weeks: the upper quartile, weighted by age, over the weeks
     * before {@code hour} in which at least {@code items} came. Empty when fewer than two weeks can tell.
     */
    OptionalDouble refusedAtMost(long hour, long items) {
        List<Weighted> weeks = new ArrayList<>(WEEKS);
        for (int week = 1; week <= WEEKS; week++) {
            Span then = new Span(hour - (long) week * Span.WEEK, hour - (week - 1L) * Span.WEEK);
            Hour sum = traffic.in(then);
            if (traffic.tells(then) && sum.came() >= items) {
                weeks.add(Weighted.ofWeek((double) sum.refused() / sum.came(), week));
            }
        }
        return quantile(weeks, UPPER_QUARTILE);
    }

    private static OptionalDouble quantile(List<Weighted> weeks, double quantile) {
        return weeks.size() < LEAST_COMPARED
                ? OptionalDouble.empty()
                : OptionalDouble.of(Weighted.quantile(weeks, quantile));
    }
}
