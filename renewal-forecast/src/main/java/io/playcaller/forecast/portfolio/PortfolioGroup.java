package io.playcaller.forecast.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of one currency and group, each with what it is to the portfolio: put together once, and asked by every quarter.
 *
 * @param customers how many have any of them; in the positions they are counted from 0
 */
record PortfolioGroup(String currency, String group, List<Position> positions, int customers) {

    /** One without contracts. */
    static PortfolioGroup empty(String currency, String group) {
        return new PortfolioGroup(currency, group, List.of(), 0);
    }

    /** The groups of {@code renewals} in order of currency and group. */
    static List<PortfolioGroup> of(Renewals renewals, By by) {
        Map<String, Map<String, Draft>> drafts = new TreeMap<>();
        for (Renewal renewal : renewals.all()) {
            draft(drafts, renewal.currency(), by.group(renewal.traits()), renewals)
                    .open
                    .put(renewal.contractId(), renewal);
        }
        for (Holding holding : renewals.holdings()) {
            draft(drafts, holding.currency(), by.group(holding.traits()), renewals)
                    .add(holding);
        }
        List<PortfolioGroup> groups = new ArrayList<>();
        drafts.forEach((currency, ofCurrency) ->
                ofCurrency.forEach((group, draft) -> groups.add(draft.finished(currency, group))));
        return groups;
    }

    private static Draft draft(
            Map<String, Map<String, Draft>> drafts, String currency, String group, Renewals renewals) {
        return drafts.computeIfAbsent(currency, any -> new TreeMap<>())
                .computeIfAbsent(group, any -> new Draft(renewals));
    }

    private static final class Draft {

        private final Renewals renewals;
        /** Those whose holding has not been met. */
        private final Map<String, Renewal> open = new LinkedHashMap<>();

        private final List<Position> positions = new ArrayList<>();
        private final Map<String, Integer> customers = new HashMap<>();

        Draft(Renewals renewals) {
            this.renewals = renewals;
        }

        void add(Holding holding) {
            Renewal renewal = open.remove(holding.contractId());
            if (renewal != null && holding.hasDecided(renewal, renewals.today())) {
                renewal = renewal.onRecord();
            }
            add(holding.accountId(), renewal, holding);
        }

        PortfolioGroup finished(String currency, String group) {
            open.values().forEach(renewal -> add(renewal.accountId(), renewal, null));
            return new PortfolioGroup(currency, group, positions, customers.size());
        }

        private void add(String accountId, @Nullable Renewal renewal, @Nullable Holding holding) {
            int next = customers.size();
            int customer = customers.computeIfAbsent(renewals.customer(accountId), first -> next);
            positions.add(new Position(accountId, customer, renewal, holding));
        }
    }
}
