package io.playcaller.forecast.engine.lift;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Moments;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The difference that a play made to one metric, by intention to treat: an account counts in the arm that the lot gave it, whatever was
 * then done. Where the lot was drawn with several shares, like is compared with like: the arms of each share by themselves, weighed by its
 * accounts.
 *
 * @param shares the arms of each share, in order of the shares
 * @param difference mean of those treated less mean of those held out; 0 without a share that has somebody in both arms
 * @param bounds of the difference, valid at every look; null while too few are known
 */
public record Lift(
        List<Arms> shares, double difference, @Nullable Bounds bounds, Says says) {

    /**
     * One arm over all shares.
     *
     * @param n accounts
     * @param mean in which each share has the weight that it has in both arms together; as they are where nothing is compared
     */
    public record Side(long n, double mean) {}

    public Lift {
        shares = List.copyOf(shares);
    }

    /** What may be concluded. */
    public enum Says {
        /** An arm has fewer accounts than the rule asks for: no interval is given. */
        TOO_FEW,
        HELPS,
        /** The interval contains no difference. */
        UNCLEAR,
        HARMS
    }

    public Side treated() {
        return side(Arms::treated);
    }

    public Side holdout() {
        return side(Arms::holdout);
    }

    private Side side(Function<Arms, Moments> arm) {
        long n = shares.stream().mapToLong(arms -> arm.apply(arms).n()).sum();
        List<Arms> compared = Arms.compared(shares);
        double all = Arms.accounts(compared);
        double mean = compared.isEmpty()
                ? shares.stream()
                        .mapToDouble(
                                arms -> arm.apply(arms).mean() * arm.apply(arms).n() / Math.max(n, 1))
                        .sum()
                : compared.stream()
                        .mapToDouble(arms -> arm.apply(arms).mean() * (arms.accounts() / all))
                        .sum();
        return new Side(n, mean);
    }

    /** Accounts of both arms, of the shares that have somebody in each: the others compare nothing. */
    public long accounts() {
        return Arms.accounts(Arms.compared(shares));
    }

    /**
     * How many more accounts it takes, drawn in the same shares, until the interval reaches no further than {@code worthwhile} to each
     * side and no arm has too few; empty while no share has somebody in both arms.
     */
    public OptionalLong moreUntil(double worthwhile, LiftMetric metric, LiftRule rule) {
        List<Arms> compared = Arms.compared(shares);
        if (compared.isEmpty()) {
            return OptionalLong.empty();
        }
        double deviation = rule.deviation(compared, metric);
        long all = Arms.accounts(compared);
        long smaller = LiftRule.smallerArm(compared);
        long fewest = (long) Math.ceil((double) rule.leastPerArm() * all / smaller);
        long above = Math.max(all, fewest);
        while (rule.sequence().halfWidth(deviation, above) > worthwhile && above < Long.MAX_VALUE / 4) {
            above *= 2;
        }
        long below = Math.max(all, fewest);
        while (below < above) {
            long middle = below + (above - below) / 2;
            if (rule.sequence().halfWidth(deviation, middle) > worthwhile) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return OptionalLong.of(above - all);
    }
}
