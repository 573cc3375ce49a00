package io.playcaller.ingest.source.health;

import io.playcaller.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When a source is quiet by its own pattern. Back from the running hour, hours are taken together for as long as each brought
 * at most a tenth of what it brings at least in usual weeks, and no sign of life of another kind. What they brought in all must
 * be at most a tenth of what is due in them ({@link Pattern#due}), and, were that the mean of a Poisson distribution, less
 * probable than one in a million: one false alarm a year of a hundred sources that are judged every hour. With nothing at all
 * that is so from 14 items on, whichever time it takes until so many are due.
 */
final class SilenceRule {

    /** The part of what is usual that is next to nothing. */
    static final double NEXT_TO_NOTHING = 0.1;

    /** The part of what is usual in the running hour with which a quiet source is back. */
    static final double BACK = 0.25;

    /** What is less probable does not happen by chance. */
    static final double CHANCE = 1e-6;

    /** Whoever gives no sign for so long is quiet, whatever its pattern. */
    static final Duration LONGEST = Duration.ofDays(35);

    private final Traffic traffic;
    private final Pattern pattern;
    private final Instant now;
    private final long hour;

    SilenceRule(Traffic traffic, Pattern pattern, Instant now) {
        this.traffic = traffic;
        this.pattern = pattern;
        this.now = now;
        this.hour = Span.hourOf(now);
    }

    /**
     * Empty when it is not quiet.
     *
     * @param source one that gave a sign of life
     * @param announced the silence that the log was told of; null when there is none
     */
    Optional<Verdict> decide(Source source, @Nullable Announced announced, Instant doorsOpenSince) {
        Instant seen = Objects.requireNonNull(source.lastSeen());
        return announced == null ? falls(source, seen, doorsOpenSince) : lasts(announced.since());
    }

    /** Whether a source that was well is quiet now. */
    private Optional<Verdict> falls(Source source, Instant seen, Instant doorsOpenSince) {
        if (seen.plus(longer(LONGEST, source.quietAfter())).isBefore(now)) {
            return Optional.of(new Verdict(SourceState.QUIET, seen, List.of(noSign(seen))));
        }
        long earliest =
                Math.max(Span.firstWholeHour(doorsOpenSince), traffic.first().orElse(hour));
        Span thin = thinBackTo(Math.max(earliest, hour - LONGEST.toHours()));
        return delivers(NEXT_TO_NOTHING) || !missed(thin)
                ? Optional.empty()
                : Optional.of(new Verdict(SourceState.QUIET, begin(thin, seen), List.of(missing(thin))));
    }

    /** Whether a quiet source still is: it has not delivered since. */
    private Optional<Verdict> lasts(Instant since) {
        long first = Math.min(hour, Span.hourOf(since) + 1);
        Span thin = thinBackTo(first);
        return delivers(BACK) || thin.from() > first
                ? Optional.empty()
                : Optional.of(new Verdict(SourceState.QUIET, since, List.of(missing(thin))));
    }

    private boolean missed(Span thin) {
        OptionalDouble due = pattern.due(thin);
        long came = traffic.in(thin).came();
        return due.isPresent()
                && came <= NEXT_TO_NOTHING * due.getAsDouble()
                && TailBounds.poissonAtMost(came, due.getAsDouble()) <= CHANCE;
    }

    private Finding missing(Span thin) {
        return Finding.volume(thin, traffic.in(thin).came(), pattern.due(thin));
    }

    /** The whole hours before this one in which next to nothing came, without a break. */
    private Span thinBackTo(long earliest) {
        long from = hour;
        while (from > earliest && thin(from - 1)) {
            from--;
        }
        return new Span(from, hour);
    }

    private boolean thin(long past) {
        Hour was = traffic.at(past);
        return was.beats() == 0 && (was.came() == 0 || was.came() <= NEXT_TO_NOTHING * usual(past));
    }

    /** Whether the running hour shows that it delivers: more than a part of what the whole hour brings. */
    private boolean delivers(double part) {
        Hour running = traffic.at(hour);
        return running.beats() > 0 || running.came() > part * usual(hour);
    }

    private double usual(long one) {
        return pattern.usual(Span.of(one)).orElse(0);
    }

    /** The last sign of life, or the first hour of the trickle that came instead. */
    private static Instant begin(Span thin, Instant seen) {
        Instant first = Span.beginOf(thin.from());
        return seen.isBefore(first) ? seen : first;
    }

    private Finding noSign(Instant seen) {
        long days = Duration.between(seen, now).toDays();
        return new Finding(
                Finding.SILENCE, "no sign of life for %d days, whatever is usual".formatted(days), 0, 0, seen, now);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
