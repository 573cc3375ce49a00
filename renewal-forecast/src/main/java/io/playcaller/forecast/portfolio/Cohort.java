package io.playcaller.forecast.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The contracts of one currency and group.
 *
 * @param open renewals ahead, in order of contract
 * @param holdings what contracts are beside these, in order of contract
 * @param customers as in {@link Renewals}
 */
record Cohort(
        String currency, String group, List<Renewal> open, List<Holding> holdings, Map<String, String> customers) {

    /** The cohorts of {@code renewals} in order of currency and group. */
    static List<Cohort> of(Renewals renewals, By by) {
        Map<String, Map<String, Cohort>> cohorts = new TreeMap<>();
        BiFunction<String, String, Cohort> cohort = (currency, group) -> cohorts.computeIfAbsent(
                        currency, any -> new TreeMap<>())
                .computeIfAbsent(
                        group,
                        any -> new Cohort(currency, group, new ArrayList<>(), new ArrayList<>(), renewals.customers()));
        Map<String, Holding> decided = renewals.holdings().stream()
                .filter(holding -> !holding.decided().isEmpty())
                .collect(Collectors.toMap(Holding::contractId, holding -> holding, (one, part) -> one));
        for (Renewal renewal : renewals.all()) {
            Holding known = decided.get(renewal.contractId());
            boolean goesOn = known != null && known.hasDecided(renewal, renewals.today());
            cohort.apply(renewal.currency(), by.group(renewal.traits()))
                    .open
                    .add(goesOn ? renewal.onRecord() : renewal);
        }
        for (Holding holding : renewals.holdings()) {
            cohort.apply(holding.currency(), by.group(holding.traits()))
                    .holdings
                    .add(holding);
        }
        return cohorts.values().stream()
                .flatMap(groups -> groups.values().stream())
                .toList();
    }
}
