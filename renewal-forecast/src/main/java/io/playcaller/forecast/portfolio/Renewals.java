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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every open contract's renewal, and what contracts are to the portfolio beside that, as of a day.
 *
 * @param all in order of contract
 * @param holdings in order of contract, of contracts without a renewal ahead, too
 * @param customers of an account that is merged into another that one; others are customers themselves
 */
public record Renewals(LocalDate today, List<Renewal> all, List<Holding> holdings, Map<String, String> customers) {

    /** Where every account is a customer. */
    public Renewals(LocalDate today, List<Renewal> all, List<Holding> holdings) {
        this(today, all, holdings, Map.of());
    }

    public Renewals {
        customers = Map.copyOf(customers);
        all = all.stream().sorted(Comparator.comparing(Renewal::contractId)).toList();
        holdings = holdings.stream()
                .sorted(Comparator.comparing(Holding::contractId))
                .toList();
    }

    /**
     * The same after some contracts changed.
     *
     * @param open as they are now, those that are new among them
     * @param closed contracts that are not open any more
     */
    public Renewals with(Collection<Renewal> open, Set<String> closed) {
        return open.isEmpty() && closed.isEmpty()
                ? this
                : new Renewals(today, patched(all, Renewal::contractId, open, closed), holdings, customers);
    }

    /**
     * The same after what contracts are beside their renewals changed.
     *
     * @param held as they are now, those that are new among them
     * @param gone contracts that are nothing to the portfolio any more
     */
    public Renewals holding(Collection<Holding> held, Set<String> gone) {
        return held.isEmpty() && gone.isEmpty()
                ? this
                : new Renewals(today, all, patched(holdings, Holding::contractId, held, gone), customers);
    }

    /** The same where renewals are others. */
    public Renewals as(List<Renewal> other) {
        return new Renewals(today, other, holdings, customers);
    }

    /** The same where these accounts are the customers that they are merged into, and no others are. */
    public Renewals merged(Map<String, String> accounts) {
        return accounts.equals(customers) ? this : new Renewals(today, all, holdings, accounts);
    }

    /** The customer that an account is. */
    String customer(String accountId) {
        return customers.getOrDefault(accountId, accountId);
    }

    /** The customers that accounts are. */
    Set<String> customers(Set<String> accountIds) {
        return accountIds.stream().map(this::customer).collect(Collectors.toSet());
    }

    /** Contracts whose end is on record. */
    public Set<String> ending() {
        return holdings.stream()
                .filter(Holding::ending)
                .map(Holding::contractId)
                .collect(Collectors.toSet());
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
            SortedMap<String, Long> lines = lines(renewal.contractId(), products);
            long[] parts = spread(renewal.outlook().arr(), lines);
            int next = 0;
            for (String product : lines.keySet()) {
                divided.add(renewal.part(product, parts[next++]));
            }
        }
        List<Holding> held = new ArrayList<>();
        for (Holding holding : holdings) {
            SortedMap<String, Long> lines = lines(holding.contractId(), products);
            int next = 0;
            for (String product : lines.keySet()) {
                int place = next++;
                held.add(holding.part(product, amount -> spread(amount, lines)[place]));
            }
        }
        return new Renewals(today, divided, held, customers);
    }

    /** What the lines of a contract are worth, by product. */
    private static SortedMap<String, Long> lines(String contractId, Map<String, Map<String, Long>> products) {
        SortedMap<String, Long> lines = new TreeMap<>(products.getOrDefault(contractId, Map.of()));
        lines.values().removeIf(arr -> arr <= 0);
        if (lines.isEmpty()) {
            lines.put(By.UNKNOWN, 1L);
        }
        return lines;
    }

    private static long[] spread(long amount, SortedMap<String, Long> lines) {
        return LargestRemainder.spread(
                amount, lines.values().stream().mapToLong(Long::longValue).toArray());
    }

    private static <T> List<T> patched(
            List<T> before, Function<T, String> contractId, Collection<T> changed, Set<String> gone) {
        Set<String> replaced = new HashSet<>(gone);
        changed.forEach(one -> replaced.add(contractId.apply(one)));
        List<T> next = new ArrayList<>(before.size() + changed.size());
        before.stream().filter(one -> !replaced.contains(contractId.apply(one))).forEach(next::add);
        next.addAll(changed);
        return next;
    }
}
