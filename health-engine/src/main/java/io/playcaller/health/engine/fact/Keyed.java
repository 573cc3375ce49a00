package io.playcaller.health.engine.fact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Records of one kind by id, bounded. */
public record Keyed<R extends Record>(NavigableMap<String, History<R>> byId) {

    public Keyed {
        byId = byId.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableNavigableMap(new TreeMap<>(byId));
    }

    public static <R extends Record> Keyed<R> empty() {
        return new Keyed<>(Collections.emptyNavigableMap());
    }

    /** With one version more, however many there are. */
    Keyed<R> with(String id, Version<R> version) {
        return with(id, version, Integer.MAX_VALUE);
    }

    /**
     * With one version more, however many ids there are.
     *
     * @param kept versions of each at most
     */
    Keyed<R> with(String id, Version<R> version, int kept) {
        History<R> before = byId.get(id);
        History<R> after = before == null ? History.of(version) : before.with(version, kept);
        if (after.equals(before)) {
            return this;
        }
        TreeMap<String, History<R>> next = new TreeMap<>(byId);
        next.put(id, after);
        return new Keyed<>(next);
    }

    /** With one version more; beyond {@code capacity} the id that comes first in {@code leastNeeded} goes. */
    Keyed<R> with(String id, Version<R> version, int capacity, Comparator<Version<R>> leastNeeded) {
        return with(id, version, capacity, History.KEPT, leastNeeded);
    }

    /** @param kept versions of each at most */
    Keyed<R> with(String id, Version<R> version, int capacity, int kept, Comparator<Version<R>> leastNeeded) {
        History<R> before = byId.get(id);
        History<R> after = before == null ? History.of(version) : before.with(version, kept);
        if (after.equals(before)) {
            return this;
        }
        TreeMap<String, History<R>> next = new TreeMap<>(byId);
        next.put(id, after);
        while (next.size() > capacity) {
            next.remove(first(next, leastNeeded));
        }
        return new Keyed<>(next);
    }

    /** At most {@code capacity} of those that are {@code such}: beyond, what comes first in {@code leastNeeded} goes. */
    Keyed<R> atMost(int capacity, Predicate<History<R>> such, Comparator<Map.Entry<String, History<R>>> leastNeeded) {
        List<Map.Entry<String, History<R>>> alike = byId.entrySet().stream()
                .filter(entry -> such.test(entry.getValue()))
                .sorted(leastNeeded.thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (alike.size() <= capacity) {
            return this;
        }
        TreeMap<String, History<R>> next = new TreeMap<>(byId);
        alike.subList(0, alike.size() - capacity).forEach(entry -> next.remove(entry.getKey()));
        return new Keyed<>(next);
    }

    Keyed<R> without(Predicate<Version<R>> gone) {
        if (!any(gone)) {
            return this;
        }
        TreeMap<String, History<R>> next = new TreeMap<>(byId);
        next.values().removeIf(history -> gone.test(history.newest()));
        return new Keyed<>(next);
    }

    private boolean any(Predicate<Version<R>> such) {
        for (History<R> history : byId.values()) {
            if (such.test(history.newest())) {
                return true;
            }
        }
        return false;
    }

    /** Without the versions of these ties from before {@code end}, and the records of which none is left. */
    Keyed<R> withoutVersions(long end, IntPredicate gone) {
        TreeMap<String, History<R>> next = new TreeMap<>();
        byId.forEach((id, history) -> history.without(end, gone).ifPresent(left -> next.put(id, left)));
        return new Keyed<>(next);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    private static <R extends Record> String first(
            TreeMap<String, History<R>> records, Comparator<Version<R>> leastNeeded) {
        Comparator<Map.Entry<String, History<R>>> order =
                Comparator.comparing(entry -> entry.getValue().newest(), leastNeeded);
        return records.entrySet().stream()
                .min(order.thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
