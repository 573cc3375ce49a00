package io.playcaller.lab.replay;

import io.playcaller.health.engine.peer.Baseline;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log told of peers, with the instants at which it did; each stands until the next.
 *
 * @param told midnights UTC, ascending
 */
public record PeerHistory(SortedMap<Instant, Baseline> told) {

    /** Nobody was ever counted. */
    public static final PeerHistory NONE = new PeerHistory(new TreeMap<>());

    public PeerHistory {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    /** What was told after {@code from} and not after {@code to}. */
    SortedMap<Instant, Baseline> between(Instant from, Instant to) {
        return told.subMap(from.plusNanos(1), to.plusNanos(1));
    }
}
