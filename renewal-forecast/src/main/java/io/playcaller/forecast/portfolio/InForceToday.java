package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.LogoForecast;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Holding.Decided;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the renewals of a quarter do to a group's ARR and customers of today. What is not due is kept; what is decided to end later in the
 * quarter keeps what is on record; what is due is open. Amounts are minor units.
 */
final class InForceToday {

    private static final int LOST = 0;

    private long arr;
    private long kept;
    private long net;
    private final List<ContractOutlook> due = new ArrayList<>();
    /** Those with revenue in force. */
    private final BitSet customers;
    /** Those of whom a contract is left after the quarter, or begins. */
    private final BitSet staying;
    /** Of each customer, the probabilities of renewal of its contracts in force that do not surely stay, in millionths. */
    private final int[][] renews;

    /** @param customers of the group */
    InForceToday(int customers) {
        this.customers = new BitSet(customers);
        this.staying = new BitSet(customers);
        this.renews = new int[customers][];
    }

    /**
     * Adds a contract.
     *
     * @param open its renewal of the quarter, where it is open
     * @param ahead its renewal of the quarter, where it is decided and its day has not come
     */
    void add(Position position, @Nullable Renewal open, @Nullable Decided ahead) {
        int customer = position.customer();
        if (open == null && position.renewal() != null) {
            staying.set(customer);
        }
        long inForce = position.inForce();
        if (inForce == 0) {
            return;
        }
        customers.set(customer);
        arr = Math.addExact(arr, inForce);
        if (open != null) {
            due.add(open.outlook().worth(inForce));
            mayLeave(customer, open.outlook().renews());
        } else if (ahead != null) {
            kept = Math.addExact(kept, Math.min(ahead.kept(), inForce));
            net = Math.addExact(net, ahead.net());
            if (ahead.net() > 0) {
                staying.set(customer);
            } else {
                mayLeave(customer, LOST);
            }
        } else {
            kept = Math.addExact(kept, inForce);
            net = Math.addExact(net, inForce);
            staying.set(customer);
        }
    }

    private void mayLeave(int customer, int renewing) {
        int[] others = renews[customer];
        int[] all = others == null ? new int[1] : Arrays.copyOf(others, others.length + 1);
        all[all.length - 1] = renewing;
        renews[customer] = all;
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
        List<int[]> leaving = customers.stream()
                .filter(customer -> !staying.get(customer))
                .mapToObj(customer -> renews[customer])
                .toList();
        return model.logos(customers.cardinality(), leaving);
    }
}
