package io.playcaller.router.routing;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.Play;

/**
 * In which arm a new run would be. The last stage: what is muted, joins an open task or is held by the brake begins no run in either arm, so
 * that the two differ by the draw alone. Where a lot is drawn, the run keeps the share of it in either arm: runs without one are in no comparison.
 */
record HoldoutStage(HoldoutPolicy policy) implements RoutingStage {

    @Override
    public String name() {
        return "holdout";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        Play play = routingCase.chosenPlay();
        String account = routingCase.signal().accountId();
        String tier = routingCase.tier();
        int percent = policy.percentOf(play.key(), tier);
        if (account == null || percent == 0) {
            return new Verdict.Pass(routingCase, "no-holdout", "Nobody is held out of it here.");
        }
        if (routingCase.signal().severity() == Severity.CRITICAL) {
            return new Verdict.Pass(routingCase, "critical", "What is critical is never held out.");
        }
        RoutingCase drawn = routingCase.drawn(percent);
        return policy.holdsOut(play.key(), account, tier)
                ? new Verdict.HoldOut(
                        drawn,
                        "held-out",
                        "For comparison the play leaves %d of 100 such accounts alone, and this is one of them."
                                .formatted(percent))
                : new Verdict.Pass(drawn, "treated", "The draw of the account is that somebody works on it.");
    }
}
