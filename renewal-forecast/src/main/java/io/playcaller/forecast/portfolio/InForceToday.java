package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.LogoForecast;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Holding.Decided;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the renewals of a quarter do to a cohort's ARR and customers of today. What is not due is kept; what is decided to end later in the
 * quarter keeps what is on record; what is due is open. Amounts are minor units.
 */
final class InForceToday {

    private static final int LOST = 0;

    private final Map<String, String> mergedInto;
    private long arr;
    private long kept;
    private long net;
    private final List<ContractOutlook> due = new ArrayList<>();
    private final Set<String> staying = new HashSet<>();
    /** Of each customer, the probabilities of renewal of its contracts that do not surely stay, in millionths. */
    private final Map<String, List<Integer>> customers = new LinkedHashMap<>();

    /** @param mergedInto of an account that is merged into another that one: the two are one customer */
    InForceToday(Map<String, String> mergedInto) {
        this.mergedInto = mergedInto;
    }

    /**
     * Adds a contract, if it is in force.
     *
     * @param open its renewal of the quarter, where it is open
     * @param ahead its renewal of the quarter, where it is decided and its day has not come
     */
    void add(Holding holding, @Nullable Renewal open, @Nullable Decided ahead) {
        if (holding.inForce() <= 0) {
            return;
        }
        arr = Math.addExact(arr, holding.inForce());
        List<Integer> renews = customers.computeIfAbsent(customer(holding.accountId()), none -> new ArrayList<>(1));
        if (open != null) {
            due.add(open.outlook().worth(holding.inForce()));
            renews.add(open.outlook().renews());
        } else if (ahead != null) {
            kept = Math.addExact(kept, Math.min(ahead.kept(), holding.inForce()));
            net = Math.addExact(net, ahead.net());
            if (ahead.net() > 0) {
                stays(holding.accountId());
            } else {
                renews.add(LOST);
            }
        } else {
            kept = Math.addExact(kept, holding.inForce());
            net = Math.addExact(net, holding.inForce());
            stays(holding.accountId());
        }
    }

    /** A contract of the account is left after the quarter, or begins. */
    void stays(String accountId) {
        staying.add(customer(accountId));
    }

    private String customer(String accountId) {
        return mergedInto.getOrDefault(accountId, accountId);
    }

    long arr() {
        return arr;
    }

    /** What is certain to be left of it without growth. */
    long kept() {
        return kept;
    }

    /** What is certain to be left of it, with the growth that is on record. */
    long net() {
        return net;
    }

    /** What of it is due. */
    List<ContractOutlook> due() {
        return due;
    }

    LogoForecast logos(PortfolioModel model) {
        List<int[]> leaving = customers.entrySet().stream()
                .filter(customer -> !staying.contains(customer.getKey()))
                .map(customer ->
                        customer.getValue().stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return model.logos(customers.size(), leaving);
    }
}
