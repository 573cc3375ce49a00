package io.playcaller.ingest.rights;

import io.playcaller.contracts.Topic;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the broker says once the tombstones are stored.
 *
 * @param kept how long a topic may hold a record that nobody wants any more, at the longest; missing where nothing bounds it
 * @param before by partition of {@code people} that a tombstone went to, the offset before which it stands
 */
public record Standing(Map<Topic, Duration> kept, SortedMap<Integer, Long> before) {

    public Standing {
        kept = Map.copyOf(kept);
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }
}
