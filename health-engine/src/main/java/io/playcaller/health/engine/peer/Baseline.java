package io.playcaller.health.engine.peer;

import io.playcaller.contracts.fact.PeerBaseline;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was published of all peers at one time. */
public record Baseline(SortedMap<Group, Histogram> groups) {

    /** Fewer customers say nothing about where one stands among them. */
    public static final int LEAST = 20;

    /** Nothing was published. */
    public static final Baseline NONE = new Baseline(new TreeMap<>());

    /** The customers of one segment, by one measure. */
    public record Group(String segment, String measure) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::segment).thenComparing(Group::measure);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    public Baseline {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** As the log tells it; of two of one group the later one. */
    public static Baseline of(List<PeerBaseline> told) {
        SortedMap<Group, Histogram> groups = new TreeMap<>();
        for (PeerBaseline one : told) {
            groups.put(new Group(one.segment(), one.measure()), new Histogram(one.from(), one.width(), one.counts()));
        }
        return new Baseline(groups);
    }

    /** As the log is told. */
    public List<PeerBaseline> told() {
        return groups.entrySet().stream()
                .map(group -> new PeerBaseline(
                        group.getKey().segment(),
                        group.getKey().measure(),
                        group.getValue().from(),
                        group.getValue().width(),
                        group.getValue().counts()))
                .toList();
    }

    /** Where there are enough peers to compare with; null where there are not. */
    public @Nullable Histogram peers(String segment, String measure) {
        Histogram peers = groups.get(new Group(segment, measure));
        return peers == null || peers.customers() < LEAST ? null : peers;
    }

    /** How many are known, enough or not. */
    public long customers(String segment, String measure) {
        Histogram peers = groups.get(new Group(segment, measure));
        return peers == null ? 0 : peers.customers();
    }

    /** Whether a measure has enough customers to compare with in any segment. */
    public boolean compares(String measure) {
        return groups.entrySet().stream()
                .anyMatch(group -> group.getKey().measure().equals(measure)
                        && group.getValue().customers() >= LEAST);
    }

    /** Whether accounts are worth comparing anew: a group stands elsewhere, has enough customers at last, or no longer. */
    public boolean movedFrom(Baseline before) {
        SortedMap<Group, Histogram> all = new TreeMap<>(before.groups);
        all.putAll(groups);
        return all.keySet().stream().anyMatch(group -> moved(before, group));
    }

    private boolean moved(Baseline before, Group group) {
        Histogram was = before.peers(group.segment(), group.measure());
        Histogram is = peers(group.segment(), group.measure());
        if (was == null || is == null) {
            return (was == null) != (is == null);
        }
        return is.movedFrom(was);
    }

    /** Both together: what each counted of customers whom the other did not. */
    public Baseline plus(Baseline other) {
        SortedMap<Group, Histogram> sum = new TreeMap<>(groups);
        for (Map.Entry<Group, Histogram> group : other.groups.entrySet()) {
            sum.merge(group.getKey(), group.getValue(), Histogram::plus);
        }
        return new Baseline(sum);
    }
}
