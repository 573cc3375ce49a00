package io.playcaller.forecast.engine.review;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.lift.Lift;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.Proposal.Kind;
import java.util.OptionalLong;

/**
 * What a quarter's review proposes for a play, or for content. First match:
 *
 * <ol>
 *   <li>rethink: fewer than {@code leastPrecision} of at least {@code enoughRuns} ended runs had a signal that held
 *   <li>rethink: the upper end of the money that it brings is below what a run costs
 *   <li>collect: too few accounts in an arm
 *   <li>keep: it helps, the whole interval says so; rethink: it harms
 *   <li>unclear with {@code enoughAccounts}: rethink where even the better end of the interval is below {@code negligible}, else
 *       optimize
 *   <li>collect, until the interval is no wider than {@code worthwhile} to each side
 * </ol>
 *
 * @param negligible a share of accounts that is not worth the work
 * @param worthwhile a share of accounts that would be
 */
public record ProgrammeRule(
        int enoughRuns,
        double leastPrecision,
        int enoughAccounts,
        double negligible,
        double worthwhile,
        LiftRule lift) {

    /** 40% of 20 runs, 200 accounts, 1 and 5 points. */
    public static ProgrammeRule defaults() {
        return new ProgrammeRule(20, 0.4, 200, 0.01, 0.05, LiftRule.defaults());
    }

    /** The proposal for what {@code evidence} is about. */
    public Proposal propose(Evidence evidence) {
        if (evidence.runsEnded() >= enoughRuns && evidence.precision() < leastPrecision) {
            return new Proposal(Kind.RETHINK, "too many of its signals never held", OptionalLong.empty());
        }
        if (costsMoreThanItBrings(evidence)) {
            return new Proposal(Kind.RETHINK, "a run costs more than it can bring", OptionalLong.empty());
        }
        PlayLift shown = evidence.lift();
        if (shown == null) {
            return new Proposal(Kind.COLLECT, "nothing was looked back at yet", OptionalLong.empty());
        }
        return byLift(shown.lift(), shown.metric());
    }

    private Proposal byLift(Lift lift, LiftMetric metric) {
        Bounds bounds = lift.bounds();
        if (bounds == null) {
            OptionalLong more = lift.moreUntil(worthwhile, metric, this.lift);
            String because = more.isPresent()
                    ? "an arm has too few accounts"
                    : "no account is held out: there is nothing to compare with";
            return new Proposal(Kind.COLLECT, because, more);
        }
        return switch (lift.says()) {
            case HELPS -> new Proposal(Kind.KEEP, "it helps, the whole interval says so", OptionalLong.empty());
            case HARMS -> new Proposal(Kind.RETHINK, "it harms, the whole interval says so", OptionalLong.empty());
            case UNCLEAR, TOO_FEW -> unclear(lift, bounds, metric);
        };
    }

    private Proposal unclear(Lift lift, Bounds bounds, LiftMetric metric) {
        if (lift.accounts() < enoughAccounts) {
            return new Proposal(Kind.COLLECT, "too early to say", lift.moreUntil(worthwhile, metric, this.lift));
        }
        double best = metric.moreIsBetter() ? bounds.high() : -bounds.low();
        return best < negligible
                ? new Proposal(Kind.RETHINK, "at its best it hardly matters", OptionalLong.empty())
                : new Proposal(
                        Kind.OPTIMIZE,
                        "with enough accounts it is not clear that it helps",
                        lift.moreUntil(worthwhile, metric, this.lift));
    }

    private static boolean costsMoreThanItBrings(Evidence evidence) {
        PlayLift money = evidence.money();
        Long cost = evidence.costOfRun();
        Bounds bounds = money == null ? null : money.lift().bounds();
        return cost != null && bounds != null && bounds.high() < cost;
    }
}
