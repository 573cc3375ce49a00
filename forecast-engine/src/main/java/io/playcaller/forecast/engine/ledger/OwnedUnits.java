package io.playcaller.forecast.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The postings of all units, by currency; read owner by owner, so that the timelines of one are held at a time and not those of all.
 *
 * @param gapDays who is back within so many days never left
 */
record OwnedUnits(Map<Unit, Map<String, List<Posting>>> postings, int gapDays) {

    /** Says of each owner, in their order, the timelines of its units by currency. */
    void forEachOwner(Consumer<Map<Unit, Map<String, Timeline>>> owners) {
        Map<String, List<Unit>> byOwner = new TreeMap<>();
        postings.keySet()
                .forEach(unit -> byOwner.computeIfAbsent(unit.owner(), owner -> new ArrayList<>())
                        .add(unit));
        byOwner.values().forEach(owner -> owners.accept(timelines(owner)));
    }

    private Map<Unit, Map<String, Timeline>> timelines(List<Unit> owner) {
        Map<Unit, Map<String, Timeline>> timelines = new TreeMap<>();
        for (Unit unit : owner) {
            Map<String, Timeline> byCurrency = timelines.computeIfAbsent(unit, any -> new TreeMap<>());
            postings.getOrDefault(unit, Map.of())
                    .forEach((currency, of) -> byCurrency.put(currency, Timeline.of(of, gapDays)));
        }
        return timelines;
    }
}
