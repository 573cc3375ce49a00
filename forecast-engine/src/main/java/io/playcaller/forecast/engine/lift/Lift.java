package io.playcaller.forecast.engine.lift;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Moments;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The difference that a play made to one metric, by intention to treat: an account counts in the arm that the lot gave it, whatever was
 * then done.
 *
 * @param difference mean of those treated less mean of those held out; 0 without any in an arm
 * @param bounds of the difference, valid at every look; null while too few are known
 */
public record Lift(
        Moments treated,
        Moments holdout,
        double difference,
        @Nullable Bounds bounds,
        Says says) {

    /** What may be concluded. */
    public enum Says {
        /** An arm has fewer accounts than the rule asks for: no interval is given. */
        TOO_FEW,
        HELPS,
        /** The interval contains no difference. */
        UNCLEAR,
        HARMS
    }

    /** Accounts of both arms. */
    public long accounts() {
        return treated.n() + holdout.n();
    }

    /**
     * How many more accounts it takes, drawn in the same shares, until the interval reaches no further than {@code worthwhile} to each
     * side and no arm has too few; empty while nobody is in one of the arms.
     */
    public OptionalLong moreUntil(double worthwhile, LiftMetric metric, LiftRule rule) {
        if (treated.n() == 0 || holdout.n() == 0) {
            return OptionalLong.empty();
        }
        double deviation = rule.deviation(treated, holdout, metric);
        long all = accounts();
        long fewest = (long) Math.ceil((double) rule.leastPerArm() * all / Math.min(treated.n(), holdout.n()));
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
