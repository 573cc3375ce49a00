package io.playcaller.forecast.engine.lift;

import io.playcaller.forecast.engine.estimate.Bounds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether the intervals keep their word: a trial whose lift is known, run again and again and looked at every day.
 *
 * @param repetitions how often it is run
 * @param comparing which accounts with which
 */
public record LiftProof(GeneratedTrial trial, LiftRule rule, int repetitions, long seed, Comparing comparing) {

    /** Which accounts are compared, where the lot is drawn with several shares. */
    public enum Comparing {
        /** As they are: those of one share with each other. */
        WITHIN_SHARES,
        /** As they must not be: the arms then differ in more than the treatment. */
        ACROSS_SHARES
    }

    /** One that compares as {@link PlayLifts} do. */
    public LiftProof(GeneratedTrial trial, LiftRule rule, int repetitions, long seed) {
        this(trial, rule, repetitions, seed, Comparing.WITHIN_SHARES);
    }

    /**
     * What came out, as shares of the repetitions.
     *
     * @param coveredAtEnd the interval of the last day contains the truth
     * @param coveredAlways every day's interval contains the truth
     * @param decided an interval without 0 was seen on some day
     * @param decidedByOneLook the same of 95% intervals that are meant for one look (Welch), looked at daily
     * @param meanWidth of the last day's interval
     * @param accounts mean number at the end
     */
    public record Result(
            LiftMetric metric,
            double truth,
            double coveredAtEnd,
            double coveredAlways,
            double decided,
            double decidedByOneLook,
            double meanWidth,
            double accounts) {}

    private static final double ONE_LOOK = 1.96;

    /** Runs it for one metric. */
    public Result of(LiftMetric metric) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Tally tally = new Tally();
        for (int i = 0; i < repetitions; i++) {
            new Course(seeds.split(), metric).into(tally);
        }
        double all = repetitions;
        return new Result(
                metric,
                trial.truth(metric),
                tally.coveredAtEnd / all,
                tally.coveredAlways / all,
                tally.decided / all,
                tally.decidedByOneLook / all,
                tally.width / all,
                tally.accounts / all);
    }

    private static final class Tally {
        private int coveredAtEnd;
        private int coveredAlways;
        private int decided;
        private int decidedByOneLook;
        private double width;
        private long accounts;
    }

    /** One repetition, from the first day to the last. */
    private final class Course {

        private final SplittableRandom random;
        private final LiftMetric metric;
        private final Arms[] shares;
        private Bounds last = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        private boolean missed;
        private boolean decided;
        private boolean decidedByOneLook;

        private Course(SplittableRandom random, LiftMetric metric) {
            this.random = random;
            this.metric = metric;
            int compared =
                    comparing == Comparing.ACROSS_SHARES ? 1 : trial.holdouts().size();
            this.shares =
                    IntStream.range(0, compared).mapToObj(share -> Arms.none()).toArray(Arms[]::new);
        }

        private void into(Tally tally) {
            for (int day = 0; day < trial.days(); day++) {
                for (int i = trial.arrivals(random); i > 0; i--) {
                    add(trial.draw(random));
                }
                look();
            }
            tally.coveredAtEnd += last.contains(trial.truth(metric)) ? 1 : 0;
            tally.coveredAlways += missed ? 0 : 1;
            tally.decided += decided ? 1 : 0;
            tally.decidedByOneLook += decidedByOneLook ? 1 : 0;
            tally.width += last.high() - last.low();
            tally.accounts += Arms.accounts(List.of(shares));
        }

        private void add(GeneratedTrial.Unit unit) {
            int share = Math.min(unit.share(), shares.length - 1);
            shares[share] = shares[share].plus(unit.arm(), unit.value(metric));
        }

        private void look() {
            Lift lift = rule.lift(List.of(shares), metric);
            Bounds bounds = lift.bounds();
            if (bounds == null) {
                return;
            }
            last = bounds;
            missed |= !bounds.contains(trial.truth(metric));
            decided |= !bounds.contains(0);
            decidedByOneLook |= Math.abs(lift.difference()) > ONE_LOOK * error(lift);
        }

        /** The standard error of the difference, each share weighed by its accounts. */
        private double error(Lift lift) {
            double all = lift.accounts();
            return Math.sqrt(Arms.compared(lift.shares()).stream()
                    .mapToDouble(arms -> {
                        double weight = arms.accounts() / all;
                        return weight
                                * weight
                                * (arms.treated().variance() / arms.treated().n()
                                        + arms.holdout().variance()
                                                / arms.holdout().n());
                    })
                    .sum());
        }
    }
}
