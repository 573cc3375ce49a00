package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The balance of each unit of the grain over time, in one currency, with gaps that are no churn closed. */
final class UnitTimelines {

    /** What is compared between start and end; the product is empty where the grain is the account. */
    private record Unit(String accountId, String product) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            int byAccount = accountId.compareTo(other.accountId);
            return byAccount != 0 ? byAccount : product.compareTo(other.product);
        }
    }

    private final Map<Unit, NavigableMap<LocalDate, Long>> balances;

    private UnitTimelines(Map<Unit, NavigableMap<LocalDate, Long>> balances) {
        this.balances = balances;
    }

    static UnitTimelines of(List<Posting> postings, RetentionDefinition definition) {
        Map<Unit, NavigableMap<LocalDate, Long>> balances = new TreeMap<>();
        for (Posting posting : postings) {
            String product = definition.grain() == Grain.LINE ? posting.product() : "";
            balances.computeIfAbsent(new Unit(posting.accountId(), product), unit -> new TreeMap<>())
                    .merge(posting.on(), posting.minor(), Math::addExact);
        }
        balances.values().forEach(UnitTimelines::accumulate);
        balances.values().forEach(timeline -> closeGaps(timeline, definition.reactivationGapDays()));
        return new UnitTimelines(balances);
    }

    RetentionBridge bridge(LocalDate from, LocalDate until, String currency, RetentionDefinition definition) {
        Map<String, List<Unit>> byAccount = new TreeMap<>();
        balances.keySet()
                .forEach(unit -> byAccount
                        .computeIfAbsent(unit.accountId(), account -> new ArrayList<>())
                        .add(unit));
        BridgeSums sums = new BridgeSums();
        byAccount.values().forEach(units -> addAccount(units, from, until, sums));
        return sums.bridge(from, until, currency, definition);
    }

    private void addAccount(List<Unit> units, LocalDate from, LocalDate until, BridgeSums sums) {
        long startOfAccount = 0;
        long endOfAccount = 0;
        boolean before = false;
        for (Unit unit : units) {
            startOfAccount = Math.addExact(startOfAccount, at(unit, from));
            endOfAccount = Math.addExact(endOfAccount, at(unit, until));
            before |= balances.getOrDefault(unit, new TreeMap<>()).headMap(from).values().stream()
                    .anyMatch(balance -> balance > 0);
        }
        sums.account(startOfAccount, endOfAccount);
        for (Unit unit : units) {
            sums.unit(at(unit, from), at(unit, until), startOfAccount > 0, before);
        }
    }

    /** The balance on the morning of {@code day}, with what is posted on that day not yet in it. */
    private long at(Unit unit, LocalDate day) {
        NavigableMap<LocalDate, Long> timeline = balances.getOrDefault(unit, new TreeMap<>());
        Map.Entry<LocalDate, Long> entry = timeline.lowerEntry(day);
        return entry == null ? 0 : entry.getValue();
    }

    private static void accumulate(NavigableMap<LocalDate, Long> timeline) {
        long sum = 0;
        for (Map.Entry<LocalDate, Long> entry : timeline.entrySet()) {
            sum = Math.addExact(sum, entry.getValue());
            entry.setValue(sum);
        }
    }

    /** Whoever is back within the gap never left: the new amount counts from the day of leaving. */
    private static void closeGaps(NavigableMap<LocalDate, Long> timeline, int gapDays) {
        Map.@Nullable Entry<LocalDate, Long> left = null;
        Iterator<Map.Entry<LocalDate, Long>> entries = timeline.entrySet().iterator();
        boolean had = false;
        while (entries.hasNext()) {
            Map.Entry<LocalDate, Long> entry = entries.next();
            long balance = entry.getValue();
            if (balance > 0 && left != null && ChronoUnit.DAYS.between(left.getKey(), entry.getKey()) <= gapDays) {
                left.setValue(balance);
            }
            left = balance == 0 && had ? entry : null;
            had |= balance > 0;
        }
    }
}
