package io.playcaller.forecast.engine.lift;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.Lift.Says;
import java.util.List;

/**
 * How arms are compared: the difference of means with a confidence sequence.
 *
 * <p>The deviation of the difference after {@code t} accounts is that of the doubly robust score with the arms' means in place of
 * regressions and the arms' shares in place of known probabilities (section 3 of the same paper): the square root of
 * {@code v1 / p1 + v0 / p0} with the variances and shares of the arms. Where the lot was drawn with several shares, the regression is on
 * these: the difference is that of each share weighed by its accounts, and the variance of the score is the weighed mean of theirs and of the
 * squared distances of their differences from that of all.
 *
 * <p>The theorem is about many accounts; a holdout is small. So the variance of each arm is taken as if it had also seen the least and the
 * most that was seen in either arm, of a share 0 and 1 (Agresti and Caffo 2000 for one look at shares): an arm of thirty without a single
 * loss does not know that it has none. With many accounts this is nothing.
 *
 * @param leastPerArm accounts that each arm must have before an interval is given
 */
public record LiftRule(ConfidenceSequence sequence, int leastPerArm) {

    /** 95%, tightest at 400 accounts, at least 30 an arm; judgement, checked by {@code evaluate lift}. */
    public static LiftRule defaults() {
        return new LiftRule(new ConfidenceSequence(0.05, 400), 30);
    }

    /** The lift that is seen where the lot was drawn with one share. */
    public Lift lift(Moments treated, Moments holdout, LiftMetric metric) {
        return lift(List.of(new Arms(treated, holdout)), metric);
    }

    /** The lift that is seen. A share of which one arm has nobody compares nothing. */
    public Lift lift(List<Arms> shares, LiftMetric metric) {
        List<Arms> compared = Arms.compared(shares);
        double difference = difference(compared);
        if (smallerArm(compared) < leastPerArm) {
            return new Lift(shares, difference, null, Says.TOO_FEW);
        }
        double reach = sequence.halfWidth(deviation(compared, metric), Arms.accounts(compared));
        Bounds bounds = Bounds.around(difference, reach);
        return new Lift(shares, difference, bounds, says(bounds, metric));
    }

    private static double difference(List<Arms> compared) {
        double all = Arms.accounts(compared);
        return compared.stream()
                .mapToDouble(arms -> arms.difference() * (arms.accounts() / all))
                .sum();
    }

    /** Accounts of the arm that has fewer of them. */
    static long smallerArm(List<Arms> compared) {
        return Math.min(
                compared.stream().mapToLong(arms -> arms.treated().n()).sum(),
                compared.stream().mapToLong(arms -> arms.holdout().n()).sum());
    }

    /** The deviation of one account's contribution to the difference; each share has somebody in both arms. */
    double deviation(List<Arms> compared, LiftMetric metric) {
        double all = Arms.accounts(compared);
        double difference = difference(compared);
        return Math.sqrt(compared.stream()
                .mapToDouble(arms -> {
                    double apart = arms.difference() - difference;
                    return (variance(arms, metric) + apart * apart) * (arms.accounts() / all);
                })
                .sum());
    }

    private static double variance(Arms arms, LiftMetric metric) {
        Moments treated = arms.treated();
        Moments holdout = arms.holdout();
        double least = metric.share() ? 0 : Math.min(treated.least(), holdout.least());
        double most = metric.share() ? 1 : Math.max(treated.most(), holdout.most());
        double all = arms.accounts();
        return treated.plus(least).plus(most).variance() * all / treated.n()
                + holdout.plus(least).plus(most).variance() * all / holdout.n();
    }

    private static Says says(Bounds bounds, LiftMetric metric) {
        if (bounds.low() > 0) {
            return metric.moreIsBetter() ? Says.HELPS : Says.HARMS;
        }
        if (bounds.high() < 0) {
            return metric.moreIsBetter() ? Says.HARMS : Says.HELPS;
        }
        return Says.UNCLEAR;
    }
}
