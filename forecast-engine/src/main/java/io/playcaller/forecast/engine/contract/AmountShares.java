package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.RenewedShares;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With how much contracts renew that do not renew with the same, as three shares each, in thousandths of the amount: the half that is
 * nearest to the same, the next three tenths, and the fifth that is farthest from it.
 *
 * @param less each below 1,000
 * @param more each above 1,000
 */
public record AmountShares(List<Integer> less, List<Integer> more) {

    /** How often each share comes. */
    static final List<Double> HOW_OFTEN = List.of(0.5, 0.3, 0.2);

    private static final int THOUSAND = 1_000;
    private static final AmountShares PRIOR = new AmountShares(List.of(900, 750, 500), List.of(1_050, 1_150, 1_400));
    private static final RenewedShares PRIOR_TOLD = PRIOR.told();

    public AmountShares {
        less = List.copyOf(less);
        more = List.copyOf(more);
        if (less.size() != HOW_OFTEN.size() || more.size() != HOW_OFTEN.size()) {
            throw new IllegalArgumentException("three shares less and three more: " + less + ", " + more);
        }
        if (less.stream().anyMatch(share -> share < 0 || share >= THOUSAND)
                || more.stream().anyMatch(share -> share <= THOUSAND)) {
            throw new IllegalArgumentException("less is below 1,000 and more above: " + less + ", " + more);
        }
    }

    /** Judgement, until enough outcomes exist. */
    public static AmountShares prior() {
        return PRIOR;
    }

    /** Those that a forecast says; of one that says none those of the prior, by which all were made before forecasts said them. */
    public static AmountShares of(@Nullable RenewedShares told) {
        return told == null || told.equals(PRIOR_TOLD) ? PRIOR : new AmountShares(told.less(), told.more());
    }

    /** As a forecast says them. */
    public RenewedShares told() {
        return new RenewedShares(less, more);
    }

    /** The most that any contract renews with, in thousandths of its amount. */
    public int most() {
        return Collections.max(more);
    }

    /** The same with those that were seen of contracts that renewed with less; at least ten of them. */
    public AmountShares withLess(Collection<Double> kept) {
        return new AmountShares(
                means(kept.stream().sorted((a, b) -> Double.compare(b, a)).toList(), 0, THOUSAND - 1), more);
    }

    /** The same with those that were seen of contracts that renewed with more; at least ten of them. */
    public AmountShares withMore(Collection<Double> kept) {
        return new AmountShares(less, means(kept.stream().sorted().toList(), THOUSAND + 1, Integer.MAX_VALUE));
    }

    /**
     * How far the shares of its side lie from a share that came, in shares of one: the continuous ranked probability score
     * (Gneiting and Raftery 2007). Less is better.
     *
     * @param kept not 1
     */
    public double distance(double kept) {
        List<Integer> side = kept < 1 ? less : more;
        double distance = 0;
        double spread = 0;
        for (int i = 0; i < side.size(); i++) {
            distance += HOW_OFTEN.get(i) * Math.abs(side.get(i) / (double) THOUSAND - kept);
            for (int j = 0; j < side.size(); j++) {
                spread += HOW_OFTEN.get(i) * HOW_OFTEN.get(j) * Math.abs(side.get(i) - side.get(j)) / THOUSAND;
            }
        }
        return distance - spread / 2;
    }

    private static List<Integer> means(List<Double> nearestFirst, int least, int most) {
        List<Integer> means = new ArrayList<>();
        double from = 0;
        for (double share : HOW_OFTEN) {
            int begin = (int) Math.round(from * nearestFirst.size());
            int end = (int) Math.round((from + share) * nearestFirst.size());
            double mean = nearestFirst.subList(begin, end).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            means.add((int) Math.max(least, Math.min(most, Math.round(mean * THOUSAND))));
            from += share;
        }
        return means;
    }
}
