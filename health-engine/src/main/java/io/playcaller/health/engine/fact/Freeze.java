package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.log.LogState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Silence is not absence: what quiet sources freeze of an account.
 *
 * @param aliveThrough per frozen feed the time, in milliseconds, up to which an absence is real
 * @param sources names of the quiet sources
 */
public record Freeze(Map<Feed, Long> aliveThrough, List<String> sources) {

    /** A source that this account has not heard of for so long is no longer waited for. */
    static final long WAITED_FOR_DAYS = 90;

    public static final Freeze NOTHING = new Freeze(Map.of(), List.of());

    public Freeze {
        Map<Feed, Long> sorted = new EnumMap<>(Feed.class);
        sorted.putAll(aliveThrough);
        aliveThrough = Collections.unmodifiableMap(sorted);
        sources = List.copyOf(sources);
    }

    /** What the log's quiet sources freeze of an account that {@code fed} fed. */
    public static Freeze of(Sources fed, LogState log) {
        Map<Feed, Long> alive = new EnumMap<>(Feed.class);
        Set<String> quiet = new TreeSet<>();
        long today = Days.of(log.now().toEpochMilli());
        fed.byName().forEach((source, what) -> {
            if (log.quiet(source) && what.lastDay() > today - WAITED_FOR_DAYS) {
                quiet.add(source);
                freeze(alive, what.feeds(), log.aliveThrough(source));
            }
        });
        return quiet.isEmpty() ? NOTHING : new Freeze(alive, List.copyOf(quiet));
    }

    private static void freeze(Map<Feed, Long> alive, Set<Feed> feeds, Instant through) {
        feeds.forEach(feed -> alive.merge(feed, through.toEpochMilli(), Math::min));
    }

    long through(Feed feed) {
        return aliveThrough.getOrDefault(feed, Long.MAX_VALUE);
    }
}
