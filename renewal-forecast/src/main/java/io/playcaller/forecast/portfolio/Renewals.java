package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.ledger.LargestRemainder;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every open contract's renewal, as of a day.
 *
 * @param all in order of contract
 */
public record Renewals(LocalDate today, List<Renewal> all) {

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
        return new Renewals(today, List.copyOf(divided));
    }

    private static Renewal part(Renewal renewal, String product, long arr) {
        ContractOutlook whole = renewal.outlook();
        return new Renewal(
                renewal.contractId(),
                renewal.accountId(),
                renewal.renewalOn(),
                renewal.category(),
                renewal.currency(),
                new ContractOutlook(arr, whole.renews(), whole.contracts(), whole.expands()),
                renewal.traits().of(product));
    }
}
