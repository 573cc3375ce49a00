package io.playcaller.forecast.engine.lift;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.Lift.Says;

/**
 * How arms are compared: the difference of means with a confidence sequence.
 *
 * <p>The deviation of the difference after {@code t} accounts is that of the doubly robust score with the arms' means in place of
 * regressions and the arms' shares in place of known probabilities (section 3 of the same paper): the square root of
 * {@code v1 / p1 + v0 / p0} with the variances and shares of the arms.
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

    /** The lift that is seen. */
    public Lift lift(Moments treated, Moments holdout, LiftMetric metric) {
        double difference = treated.n() == 0 || holdout.n() == 0 ? 0 : treated.mean() - holdout.mean();
        if (treated.n() < leastPerArm || holdout.n() < leastPerArm) {
            return new Lift(treated, holdout, difference, null, Says.TOO_FEW);
        }
        double reach = sequence.halfWidth(deviation(treated, holdout, metric), treated.n() + holdout.n());
        Bounds bounds = Bounds.around(difference, reach);
        return new Lift(treated, holdout, difference, bounds, says(bounds, metric));
    }

    /** The deviation of one account's contribution to the difference; both arms have some. */
    double deviation(Moments treated, Moments holdout, LiftMetric metric) {
        double least = metric.share() ? 0 : Math.min(treated.least(), holdout.least());
        double most = metric.share() ? 1 : Math.max(treated.most(), holdout.most());
        double all = treated.n() + holdout.n();
        return Math.sqrt(treated.plus(least).plus(most).variance() * all / treated.n()
                + holdout.plus(least).plus(most).variance() * all / holdout.n());
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
