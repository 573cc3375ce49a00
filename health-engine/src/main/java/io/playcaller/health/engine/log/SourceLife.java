package io.playcaller.health.engine.log;

import io.playcaller.contracts.fact.Feed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a source is.
 *
 * @param lastAlive as the newest tick says; {@link Instant#MAX} before a tick named it
 * @param quietSince since when it is quiet; null while it is not
 */
public record SourceLife(
        Set<Feed> feeds, Instant lastAlive, @Nullable Instant quietSince) {

    static final SourceLife UNSEEN = new SourceLife(Set.of(), Instant.MAX, null);

    public SourceLife {
        feeds = Set.copyOf(feeds);
    }

    /** How far an absence is real. */
    public Instant aliveThrough() {
        return quietSince != null && quietSince.isBefore(lastAlive) ? quietSince : lastAlive;
    }

    SourceLife alive(List<Feed> newFeeds, Instant through) {
        return new SourceLife(setOf(newFeeds), through, quietSince);
    }

    SourceLife quiet(List<Feed> newFeeds, Instant since) {
        return new SourceLife(setOf(newFeeds), lastAlive, since);
    }

    SourceLife back(List<Feed> newFeeds) {
        return new SourceLife(setOf(newFeeds), lastAlive, null);
    }

    private static Set<Feed> setOf(List<Feed> feeds) {
        Set<Feed> set = EnumSet.noneOf(Feed.class);
        set.addAll(feeds);
        return set;
    }
}
