package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.work.Arm;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A company whose lift is known because it was made with it. Accounts differ: each has a chance of its own to renew, from .55 to .9, which a
 * treatment raises by {@code lift}, and an amount of its own, log-normal and so with a few large ones. It is looked at 90 days after; who is
 * seen for longer has had more time, and the chance to have renewed grows with it evenly. Where the lot has several shares, as tiers have, the accounts
 * of a later one renew more often: of two shares, from .55 to .725 and from there to .9.
 *
 * @param lift of the share that renews, at most .1
 * @param holdouts shares of accounts that the lot holds out, at least one; each is that of as many accounts
 * @param accountsADay on average
 * @param days that the trial lasts
 * @param runs how long they last, and from when on accounts are seen
 */
public record GeneratedTrial(double lift, List<Double> holdouts, double accountsADay, int days, RunLengths runs) {

    private static final int DAYS_AFTER = 90;
    private static final double LEAST_CHANCE = 0.55;
    private static final double CHANCE_RANGE = 0.35;
    private static final double LOG_MEDIAN = Math.log(1_200_000);
    private static final double LOG_DEVIATION = 0.8;
    private static final double SCORE_DEVIATION = 12;
    /** Points of score that come with a whole renewal more. */
    private static final double POINTS = 50;

    public GeneratedTrial {
        holdouts = List.copyOf(holdouts);
        if (holdouts.isEmpty()) {
            throw new IllegalArgumentException("holdouts must name a share");
        }
    }

    /**
     * One account, looked back at: it renews or is lost with all that it paid.
     *
     * @param share which of the shares its lot was drawn with, from 0 on
     */
    public record Unit(int share, Arm arm, boolean renewed, double scoreChange, double arrChange) {

        /** The same as a value of the metric. */
        public double value(LiftMetric metric) {
            return switch (metric) {
                case RENEWED, RECOVERED -> renewed ? 1 : 0;
                case CHURNED -> renewed ? 0 : 1;
                case SCORE -> scoreChange;
                case ARR -> arrChange;
            };
        }
    }

    /** The true difference between the arms. */
    public double truth(LiftMetric metric) {
        return switch (metric) {
            case RENEWED, RECOVERED -> lift;
            case CHURNED -> 0 - lift;
            case SCORE -> POINTS * lift;
            case ARR -> lift * Math.exp(LOG_MEDIAN + LOG_DEVIATION * LOG_DEVIATION / 2);
        };
    }

    /** How many accounts come today. */
    int arrivals(SplittableRandom random) {
        int whole = (int) accountsADay;
        return whole + (random.nextDouble() < accountsADay - whole ? 1 : 0);
    }

    /** Draws an account. */
    Unit draw(SplittableRandom random) {
        int shares = holdouts.size();
        int share = shares == 1 ? 0 : random.nextInt(shares);
        Arm arm = random.nextDouble() < holdouts.get(share) ? Arm.HOLDOUT : Arm.TREATED;
        double effect = arm == Arm.TREATED ? lift : 0;
        double time = runs.seenFor(DAYS_AFTER, arm, random) / DAYS_AFTER;
        double drawn = random.nextDouble();
        double chance = LEAST_CHANCE + CHANCE_RANGE * (share + random.nextDouble()) / shares;
        boolean renewed = drawn < time * (chance + effect);
        double score = POINTS * effect + SCORE_DEVIATION * normal(random);
        double paid = Math.exp(LOG_MEDIAN + LOG_DEVIATION * normal(random));
        return new Unit(share, arm, renewed, score, renewed ? 0 : -paid);
    }

    /** Box and Muller 1958. */
    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
