package io.playcaller.ingest.source.health;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The life of a made-up source, five minutes by five minutes, judged twice an hour, with what the judge remembers: what it
 * announced, and the silences that are over.
 */
final class SourceLife {

    static final Duration QUIET_AFTER = Duration.ofHours(6);
    private static final Duration SLOT = Duration.ofMinutes(5);

    private final Random random;
    private final NavigableMap<Long, Hour> hours = new TreeMap<>();
    private final List<Span> gaps = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private Instant now;
    private Instant doorsOpenSince;
    private @Nullable Instant lastSeen;
    private @Nullable Announced announced;

    /** What the log was told, and when. */
    record Change(Instant at, SourceState state, @Nullable Instant since) {}

    /** How much a source delivers. */
    interface Rate {

        /** Items an hour on average, at that time. */
        double at(Instant time);
    }

    SourceLife(Instant begin, long seed) {
        this.now = begin;
        this.doorsOpenSince = begin;
        this.random = new Random(seed);
    }

    Instant now() {
        return now;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Those after {@code time}. */
    List<Change> changesSince(Instant time) {
        return changes.stream().filter(change -> !change.at().isBefore(time)).toList();
    }

    SourceLife lives(Duration length, Rate rate) {
        return lives(length, rate, 0.01);
    }

    /** @param refused which part of it cannot be used */
    SourceLife lives(Duration length, Rate rate, double refused) {
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            long came = poisson(rate.at(now) / 12);
            if (came > 0) {
                deliver(came, came == 1 ? (random.nextDouble() < refused ? 1 : 0) : Math.round(came * refused));
            }
            now = now.plus(SLOT);
            if (now.getEpochSecond() % 1_800 == 300) {
                judge();
            }
        }
        return this;
    }

    SourceLife isSilent(Duration length) {
        return lives(length, time -> 0);
    }

    void deliver(long came, long refused) {
        add(Hour.delivery(came, refused));
    }

    void beat() {
        add(Hour.beat());
    }

    private void add(Hour hour) {
        hours.merge(Span.hourOf(now), hour, Hour::plus);
        lastSeen = now;
    }

    /** Nobody could deliver, and nobody judged. */
    SourceLife doorsAreClosed(Duration length) {
        now = now.plus(length);
        doorsOpenSince = now;
        return this;
    }

    Verdict judge() {
        Source source = new Source("web", Set.of(Feed.USAGE), QUIET_AFTER, null, lastSeen);
        Traffic traffic = new Traffic(hours, gaps);
        Verdict verdict = HealthDecider.decide(source, traffic, announced, doorsOpenSince, now);
        Announced trouble = verdict.trouble().orElse(null);
        boolean other = announced == null ? trouble != null : trouble == null || trouble.cause() != announced.cause();
        if (other) {
            changes.add(new Change(now, verdict.state(), verdict.since()));
            HealthDecider.outageOver(traffic, announced, verdict, now).ifPresent(gaps::add);
            announced = trouble;
        }
        return verdict;
    }

    /** Knuth's method for small means, the normal approximation for large ones. */
    private long poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
