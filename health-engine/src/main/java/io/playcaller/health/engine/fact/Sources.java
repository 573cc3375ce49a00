package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.Feed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which sources fed this account with what, and on which day last. */
public record Sources(SortedMap<String, Fed> byName) {

    static final int KEPT = 12;

    /** What a source delivered to this account, and on which day last. */
    public record Fed(Set<Feed> feeds, long lastDay) {

        public Fed {
            feeds = feeds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(feeds));
        }

        Fed with(Feed feed, long day) {
            if (feeds.contains(feed) && day <= lastDay) {
                return this;
            }
            Set<Feed> more = EnumSet.of(feed);
            more.addAll(feeds);
            return new Fed(more, Math.max(lastDay, day));
        }
    }

    static final Sources NONE = new Sources(new TreeMap<>());

    public Sources {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    Sources fed(String source, Feed feed, long day) {
        Fed before = byName.get(source);
        Fed after = before == null ? new Fed(Set.of(feed), day) : before.with(feed, day);
        if (after.equals(before)) {
            return this;
        }
        TreeMap<String, Fed> next = new TreeMap<>(byName);
        next.put(source, after);
        if (next.size() > KEPT) {
            next.remove(longestUnheard(next));
        }
        return new Sources(next);
    }

    private static String longestUnheard(TreeMap<String, Fed> sources) {
        return sources.entrySet().stream()
                .min(Map.Entry.<String, Fed>comparingByValue((a, b) -> Long.compare(a.lastDay(), b.lastDay()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
