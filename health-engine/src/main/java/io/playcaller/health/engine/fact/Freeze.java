package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.log.LogState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
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

    /** A source that this account has not heard of for so long is no longer waited for. */
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
            if (log.quiet(source.getKey()) && fed.lastDay() > today - WAITED_FOR_DAYS) {
                quiet.add(source.getKey());
                freeze(alive, fed.feeds(), log.aliveThrough(source.getKey()));
            }
        }
        if (!usageHeard && !facts.register().contracts().isEmpty()) {
            freezeUnused(alive, quiet, log);
        }
        return new Freeze(alive, List.copyOf(quiet), usageFrom(log));
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

    long through(Feed feed) {
        return aliveThrough.getOrDefault(feed, Long.MAX_VALUE);
    }
}
