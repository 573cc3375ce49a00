package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.ledger.LargestRemainder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every open contract's renewal, as of a day.
 *
 * @param all in order of contract
 */
public record Renewals(LocalDate today, List<Renewal> all) {

    private static final Comparator<Renewal> BY_CONTRACT = Comparator.comparing(Renewal::contractId);

    public Renewals {
        all = all.stream().sorted(BY_CONTRACT).toList();
    }

    /**
     * The same after some contracts changed.
     *
     * @param open as they are now, those that are new among them
     * @param closed contracts that are not open any more
     */
    public Renewals with(Collection<Renewal> open, Set<String> closed) {
        if (open.isEmpty() && closed.isEmpty()) {
            return this;
        }
        Set<String> changed = new HashSet<>(closed);
        open.forEach(renewal -> changed.add(renewal.contractId()));
        List<Renewal> next = new ArrayList<>(all.size() + open.size());
        all.stream().filter(renewal -> !changed.contains(renewal.contractId())).forEach(next::add);
        next.addAll(open);
        return new Renewals(today, next);
    }

    /**
     * The same with each contract divided among its products.
     *
     * @param products ARR of the lines of each contract, by product; a contract that has none stays whole, of an unknown
     *     product
     */
    public Renewals byProduct(Map<String, Map<String, Long>> products) {
        List<Renewal> divided = new ArrayList<>();
        for (Renewal renewal : all) {
            SortedMap<String, Long> lines = new TreeMap<>(products.getOrDefault(renewal.contractId(), Map.of()));
            lines.values().removeIf(arr -> arr <= 0);
            if (lines.isEmpty()) {
                divided.add(renewal);
                continue;
            }
            long[] parts = LargestRemainder.spread(
                    renewal.outlook().arr(),
                    lines.values().stream().mapToLong(Long::longValue).toArray());
            int next = 0;
            for (String product : lines.keySet()) {
                divided.add(part(renewal, product, parts[next++]));
            }
        }
        return new Renewals(today, divided);
    }

    private static Renewal part(Renewal renewal, String product, long arr) {
        return new Renewal(
                renewal.contractId(),
                renewal.accountId(),
                renewal.renewalOn(),
                renewal.category(),
                renewal.currency(),
                renewal.outlook().worth(arr),
                renewal.traits().of(product),
                renewal.decided());
    }
}
