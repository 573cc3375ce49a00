package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.log.LogState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Silence is not absence: what quiet sources freeze of an account, and since when an absence of use is one.
 *
 * @param aliveThrough per frozen feed the time, in milliseconds, up to which an absence is real
 * @param sources names of the quiet sources
 * @param usageFrom the first whole UTC day on which a source of usage was known to the log; {@link #UNHEARD} without one
 */
public record Freeze(Map<Feed, Long> aliveThrough, List<String> sources, long usageFrom) {

    /**
     * A source that this account had not heard of for so long when it went quiet is not waited for; nor, after so many days of its
     * silence, is what another tells since.
     */
    static final long WAITED_FOR_DAYS = 90;

    /** Nobody would know if anybody used anything. */
    public static final long UNHEARD = Long.MAX_VALUE;

    public static final Freeze NOTHING = new Freeze(Map.of(), List.of(), UNHEARD);

    public Freeze {
        aliveThrough = aliveThrough.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(aliveThrough));
        sources = List.copyOf(sources);
    }

    /** What the log says of the account's sources; where none told use of it, of all that tell use of anybody. */
    public static Freeze of(Facts facts, LogState log) {
        return log.anyQuiet() ? ofQuiet(facts, log) : new Freeze(Map.of(), List.of(), usageFrom(log));
    }

    private static Freeze ofQuiet(Facts facts, LogState log) {
        Map<Feed, Long> alive = new EnumMap<>(Feed.class);
        Set<String> quiet = new TreeSet<>();
        boolean usageHeard = false;
        long today = Days.of(log.now().toEpochMilli());
        for (Map.Entry<String, Sources.Fed> source : facts.sources().byName().entrySet()) {
            Sources.Fed fed = source.getValue();
            usageHeard |= fed.feeds().contains(Feed.USAGE);
            Set<Feed> waited = log.quiet(source.getKey())
                    ? waited(
                            facts.sources(),
                            fed,
                            Days.of(log.aliveThrough(source.getKey()).toEpochMilli()),
                            today)
                    : Set.of();
            if (!waited.isEmpty()) {
                quiet.add(source.getKey());
                freeze(alive, waited, log.aliveThrough(source.getKey()));
            }
        }
        if (!usageHeard && !facts.register().contracts().isEmpty()) {
            freezeUnused(alive, quiet, log);
        }
        return new Freeze(alive, List.copyOf(quiet), usageFrom(log));
    }

    /** What is still waited for of a source that was alive until {@code through}. */
    private static Set<Feed> waited(Sources sources, Sources.Fed fed, long through, long today) {
        if (fed.lastDay() <= through - WAITED_FOR_DAYS) {
            return Set.of();
        }
        if (through > today - WAITED_FOR_DAYS) {
            return fed.feeds();
        }
        Set<Feed> left = EnumSet.noneOf(Feed.class);
        left.addAll(fed.feeds());
        sources.byName().values().stream()
                .filter(other -> other.lastDay() > fed.lastDay())
                .forEach(other -> left.removeAll(other.feeds()));
        return left;
    }

    private static void freeze(Map<Feed, Long> alive, Set<Feed> feeds, Instant through) {
        feeds.forEach(feed -> alive.merge(feed, through.toEpochMilli(), Math::min));
    }

    /**
     * Any source of usage may be the one that would tell: one that is quiet freezes. One that was quiet for long is waited for
     * only if there is no other.
     */
    private static void freezeUnused(Map<Feed, Long> alive, Set<String> quiet, LogState log) {
        Instant waitedFor = log.now().minus(Duration.ofDays(WAITED_FOR_DAYS));
        List<String> usage = log.sourcesOfUsage();
        boolean anyLately =
                usage.stream().anyMatch(source -> log.aliveThrough(source).isAfter(waitedFor));
        for (String source : usage) {
            boolean waited = !anyLately || log.aliveThrough(source).isAfter(waitedFor);
            if (log.quiet(source) && waited) {
                quiet.add(source);
                freeze(alive, Set.of(Feed.USAGE), log.aliveThrough(source));
            }
        }
    }

    /** A source that is named in the middle of a day is known for all of the next one. */
    private static long usageFrom(LogState log) {
        return log.usageSince()
                .map(since -> Days.of(since.toEpochMilli() - 1) + 1)
                .orElse(UNHEARD);
    }

    /** And {@code feed}, alive through {@code through}, milliseconds. */
    Freeze and(Feed feed, long through) {
        Map<Feed, Long> more = new EnumMap<>(Feed.class);
        more.putAll(aliveThrough);
        more.merge(feed, through, Math::min);
        return new Freeze(more, sources, usageFrom);
    }

    /** The same where nobody knows since when use would have been heard of. */
    Freeze unheard() {
        return new Freeze(aliveThrough, sources, UNHEARD);
    }

    /** Whether anything of the account is frozen. */
    public boolean any() {
        return !aliveThrough.isEmpty() || !sources.isEmpty();
    }

    /** Whether a source that is waited for would tell it. */
    public boolean freezes(Feed feed) {
        return aliveThrough.containsKey(feed);
    }

    long through(Feed feed) {
        return aliveThrough.getOrDefault(feed, Long.MAX_VALUE);
    }
}
