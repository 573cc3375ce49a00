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
 * @param usageSince the first tick that named it as a source of usage: from then on what is used would be heard of;
 *     {@link Instant#MAX} before
 */
public record SourceLife(
        Set<Feed> feeds, Instant lastAlive, @Nullable Instant quietSince, Instant usageSince) {

    static final SourceLife UNSEEN = new SourceLife(Set.of(), Instant.MAX, null, Instant.MAX);

    public SourceLife {
        feeds = Set.copyOf(feeds);
    }

    /** How far an absence is real. */
    public Instant aliveThrough() {
        return quietSince != null && quietSince.isBefore(lastAlive) ? quietSince : lastAlive;
    }

    /** Whether a tick ever named it as a source of usage. */
    public boolean tellsUsage() {
        return !usageSince.equals(Instant.MAX);
    }

    /** A tick at {@code at} names it. */
    SourceLife alive(List<Feed> newFeeds, Instant through, Instant at) {
        boolean first = newFeeds.contains(Feed.USAGE) && at.isBefore(usageSince);
        return new SourceLife(setOf(newFeeds), through, quietSince, first ? at : usageSince);
    }

    SourceLife quiet(List<Feed> newFeeds, Instant since) {
        return new SourceLife(setOf(newFeeds), lastAlive, since, usageSince);
    }

    SourceLife back(List<Feed> newFeeds) {
        return new SourceLife(setOf(newFeeds), lastAlive, null, usageSince);
    }

    private static Set<Feed> setOf(List<Feed> feeds) {
        Set<Feed> set = EnumSet.noneOf(Feed.class);
        set.addAll(feeds);
        return set;
    }
}
