package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.ledger.LargestRemainder;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Divides what GRR lost among the reasons for it, so that they sum to it to the cent: what the bridge says that a customer lost, among the
 * losses of its contracts in proportion to their amounts, and of each of these among its reasons in equal parts.
 */
public final class LossReasons {

    /** In the place of a reason where there is none, or no contract of the customer lost anything as a whole. */
    public static final String NONE = "none";

    /**
     * What a contract lost.
     *
     * @param customer as the bridges call it
     * @param lost in minor units, positive
     * @param reasons that it is put down to
     */
    public record Loss(String customer, String currency, long lost, Set<Reason> reasons) {}

    private record Customer(String id, String currency) {}

    private LossReasons() {}

    /**
     * What was lost in minor units, by currency, then by code of reason.
     *
     * @param customers the bridge of each, by currency
     * @param losses of the same period
     */
    public static Map<String, Map<String, Long>> of(
            Map<String, Map<String, RetentionBridge>> customers, Collection<Loss> losses) {
        Map<Customer, List<Loss>> byCustomer = new HashMap<>();
        losses.forEach(loss -> byCustomer
                .computeIfAbsent(new Customer(loss.customer(), loss.currency()), any -> new ArrayList<>())
                .add(loss));
        Map<String, Map<String, Long>> divided = new TreeMap<>();
        customers.forEach((currency, bridges) -> {
            Map<String, Long> sums = divided.computeIfAbsent(currency, any -> new TreeMap<>());
            bridges.forEach((id, bridge) -> divide(
                    Math.addExact(bridge.churn(), bridge.contraction()),
                    byCustomer.getOrDefault(new Customer(id, currency), List.of()),
                    (reason, part) -> sums.merge(reason, part, Math::addExact)));
        });
        return divided;
    }

    private static void divide(long lost, List<Loss> losses, BiConsumer<String, Long> parts) {
        if (lost == 0) {
            return;
        }
        if (losses.isEmpty()) {
            parts.accept(NONE, lost);
            return;
        }
        long[] shares = LargestRemainder.spread(
                lost, losses.stream().mapToLong(Loss::lost).toArray());
        for (int i = 0; i < shares.length; i++) {
            evenly(shares[i], losses.get(i).reasons(), parts);
        }
    }

    private static void evenly(long lost, Set<Reason> reasons, BiConsumer<String, Long> parts) {
        List<String> codes = reasons.isEmpty()
                ? List.of(NONE)
                : reasons.stream().map(Reason::code).sorted().toList();
        long[] equal = new long[codes.size()];
        Arrays.fill(equal, 1);
        long[] shares = LargestRemainder.spread(lost, equal);
        for (int i = 0; i < shares.length; i++) {
            parts.accept(codes.get(i), shares[i]);
        }
    }
}
