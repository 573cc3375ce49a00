package io.playcaller.ingest.source.health;

import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.ingest.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a source: first whether it is silent, then whether it sends rubbish. Until it has three weeks of history, its
 * {@code quietAfter} decides about silence, and nothing about rubbish.
 */
public final class HealthDecider {

    private static final int DAY = 24;

    private HealthDecider() {}

    /**
     * Judges.
     *
     * @param announced what the log was told last; null while it believes that the source is well
     * @param doorsOpenSince since when this service has been there to be delivered to: what did not come before says nothing
     */
    public static Verdict decide(
            Source source, Traffic traffic, @Nullable Announced announced, Instant doorsOpenSince, Instant now) {
        Instant seen = source.lastSeen();
        if (seen == null) {
            return new Verdict(SourceState.UNSEEN, null, List.of());
        }
        Pattern pattern = new Pattern(traffic);
        if (!pattern.known(Span.hourOf(now))) {
            return withoutHistory(source, announced == null ? later(seen, doorsOpenSince) : seen, traffic, now);
        }
        return new SilenceRule(traffic, pattern, now)
                .decide(source, of(announced, QuietCause.SILENT), doorsOpenSince)
                .or(() -> new GarbageRule(traffic, pattern, of(announced, QuietCause.GARBAGE), now).decide())
                .orElseGet(() -> alive(traffic, pattern, now));
    }

    private static @Nullable Announced of(@Nullable Announced announced, QuietCause cause) {
        return announced != null && announced.cause() == cause ? announced : null;
    }

    /**
     * The rule for who is new: silent for longer than was stated.
     *
     * @param heard its last sign of life, or since when it could have given one
     */
    private static Verdict withoutHistory(Source source, Instant heard, Traffic traffic, Instant now) {
        boolean lives = !heard.plus(source.quietAfter()).isBefore(now);
        Finding finding = new Finding(
                Finding.SHORT_HISTORY,
                "less than %d weeks of history: it is quiet when it gives no sign of life for %s"
                        .formatted(Pattern.LEAST_WEEKS, source.quietAfter()),
                0,
                traffic.in(lastDay(now)).signs(),
                Span.beginOf(lastDay(now).from()),
                Span.beginOf(lastDay(now).to()));
        return lives
                ? new Verdict(SourceState.ALIVE, null, List.of(finding))
                : new Verdict(SourceState.QUIET, heard, List.of(finding));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Verdict alive(Traffic traffic, Pattern pattern, Instant now) {
        Span day = lastDay(now);
        Finding volume = Finding.volume(day, traffic.in(day).signs(), pattern.usual(day));
        return new Verdict(SourceState.ALIVE, null, List.of(volume));
    }

    /**
     * The silence that is over, from which nothing is to be learned. What was silent before its pattern could be known may be
     * its pattern.
     */
    public static Optional<Span> outageOver(
            Traffic traffic, @Nullable Announced announced, Verdict verdict, Instant now) {
        if (announced == null || announced.cause() != QuietCause.SILENT || verdict.state() == SourceState.QUIET) {
            return Optional.empty();
        }
        long from = Span.hourOf(announced.since());
        return Pattern.learned(traffic, from) ? Optional.of(new Span(from, Span.hourOf(now) + 1)) : Optional.empty();
    }

    private static Span lastDay(Instant now) {
        long hour = Span.hourOf(now);
        return new Span(hour - DAY, hour);
    }
}
