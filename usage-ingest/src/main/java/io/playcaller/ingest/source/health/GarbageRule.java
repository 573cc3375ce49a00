package io.playcaller.ingest.source.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When a source sends rubbish: of what it sent lately, at least a fifth more is refused than in its usual weeks
 * ({@link Pattern#refusedAtMost}), and so many by chance are less probable than one in a million
 * ({@link TailBounds#binomialAtLeast}). Lately are the last six hours, or as many as brought 20 items, up to a week. It lasts
 * until just now, in the last hour or 20 items, less than a tenth more is refused than usually.
 */
final class GarbageRule {

    private static final double FAR_ABOVE = 0.2;
    private static final double STILL_ABOVE = 0.1;
    private static final long LEAST_ITEMS = 20;
    private static final int LATELY_HOURS = 6;
    private static final int JUST_NOW_HOURS = 1;

    /** Nobody's usual share is taken for less: one in a hundred is refused of the best. */
    private static final double LEAST_SHARE = 0.01;

    private final Traffic traffic;
    private final Pattern pattern;
    private final @Nullable Announced announced;
    private final long hour;

    GarbageRule(Traffic traffic, Pattern pattern, @Nullable Announced announced, Instant now) {
        this.traffic = traffic;
        this.pattern = pattern;
        this.announced = announced;
        this.hour = Span.hourOf(now);
    }

    /** Empty when what it sends is as good as usual, or nobody can tell. */
    Optional<Verdict> decide() {
        return announced == null ? begins() : lasts(announced.since());
    }

    private Optional<Verdict> begins() {
        Span lately = last(LATELY_HOURS);
        OptionalDouble usual = pattern.refusedAtMost(lately.from(), LEAST_ITEMS);
        if (usual.isEmpty() || !turned(traffic.in(lately), usual.getAsDouble()) || !still(usual.getAsDouble())) {
            return Optional.empty();
        }
        Instant since = begin(lately, usual.getAsDouble() + FAR_ABOVE);
        return Optional.of(verdict(since, lately, usual.getAsDouble()));
    }

    /** What it has sent since it went wrong is not what is usual; in the end nobody knows any more what was. */
    private Optional<Verdict> lasts(Instant since) {
        double usual = pattern.refusedAtMost(Span.hourOf(since), LEAST_ITEMS).orElse(0);
        return still(usual) ? Optional.of(verdict(since, last(JUST_NOW_HOURS), usual)) : Optional.empty();
    }

    private static boolean turned(Hour sum, double usual) {
        return sum.came() >= LEAST_ITEMS
                && share(sum) >= usual + FAR_ABOVE
                && TailBounds.binomialAtLeast(share(sum), sum.came(), Math.max(usual, LEAST_SHARE))
                        <= SilenceRule.CHANCE;
    }

    /** Who sends too little to tell has not mended it. */
    private boolean still(double usual) {
        Hour sum = traffic.in(last(JUST_NOW_HOURS));
        return sum.came() < LEAST_ITEMS || share(sum) >= usual + STILL_ABOVE;
    }

    /** The running hour, whole ones before it, and as many more as are needed. */
    private Span last(int hours) {
        Span span = new Span(hour - hours, hour + 1);
        while (traffic.in(span).came() < LEAST_ITEMS && span.hours() < Span.WEEK) {
            span = new Span(span.from() - 1, span.to());
        }
        return span;
    }

    private Instant begin(Span lately, double bad) {
        long first = lately.from();
        while (first < hour && share(traffic.at(first)) < bad) {
            first++;
        }
        return Span.beginOf(first);
    }

    private static double share(Hour sum) {
        return sum.came() == 0 ? 0 : (double) sum.refused() / sum.came();
    }

    private Verdict verdict(Instant since, Span span, double usual) {
        Hour sum = traffic.in(span);
        long expected = Math.round(usual * sum.came());
        Finding refused = new Finding(
                Finding.REFUSED,
                "%d of %d items were refused in %d hours; in usual weeks at most %d of so many are"
                        .formatted(sum.refused(), sum.came(), span.hours(), expected),
                expected,
                sum.refused(),
                Span.beginOf(span.from()),
                Span.beginOf(span.to()));
        return new Verdict(SourceState.GARBAGE, since, List.of(refused));
    }
}
