package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.LogoForecast;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open contracts of one currency and group.
 *
 * @param byAccount those of each customer
 */
record Cohort(String currency, String group, List<Renewal> all, Map<String, List<Renewal>> byAccount) {

    /** The cohorts of {@code renewals} in order of currency and group. */
    static List<Cohort> of(List<Renewal> renewals, By by) {
        Map<String, Map<String, Cohort>> cohorts = new TreeMap<>();
        for (Renewal renewal : renewals) {
            Cohort cohort = cohorts.computeIfAbsent(renewal.currency(), currency -> new TreeMap<>())
                    .computeIfAbsent(
                            by.group(renewal),
                            group -> new Cohort(renewal.currency(), group, new ArrayList<>(), new LinkedHashMap<>()));
            cohort.all.add(renewal);
            cohort.byAccount
                    .computeIfAbsent(renewal.accountId(), account -> new ArrayList<>(1))
                    .add(renewal);
        }
        return cohorts.values().stream()
                .flatMap(groups -> groups.values().stream())
                .toList();
    }

    List<Renewal> due(LocalDate from, LocalDate end) {
        return all.stream().filter(renewal -> renewal.isDue(from, end)).toList();
    }

    /** What is left of its customers: whoever has a contract that is not due stays. */
    LogoForecast logos(LocalDate from, LocalDate end, PortfolioModel model) {
        List<int[]> due = byAccount.values().stream()
                .filter(contracts -> contracts.stream().allMatch(renewal -> renewal.isDue(from, end)))
                .map(contracts -> contracts.stream()
                        .map(Renewal::outlook)
                        .mapToInt(ContractOutlook::renews)
                        .toArray())
                .toList();
        return model.logos(byAccount.size(), due);
    }

    long arr() {
        return arr(all);
    }

    static long arr(List<Renewal> renewals) {
        return renewals.stream().mapToLong(renewal -> renewal.outlook().arr()).reduce(0, Math::addExact);
    }
}
