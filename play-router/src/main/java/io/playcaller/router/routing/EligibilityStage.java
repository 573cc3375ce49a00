package io.playcaller.router.routing;

import io.playcaller.router.play.Play;
import java.util.TreeSet;

/** Whether the play runs in the account's tier. A play that serves reasons without one of their own runs in any. */
record EligibilityStage() implements RoutingStage {

    @Override
    public String name() {
        return "eligibility";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        Play play = routingCase.chosenPlay();
        String tier = routingCase.tier();
        if (!play.reasons().contains(routingCase.signal().reason())) {
            return new Verdict.Pass(routingCase, "any-tier", "As the default of risks it runs in any tier.");
        }
        if (play.tiers().isEmpty() || (tier != null && play.tiers().contains(tier))) {
            return new Verdict.Pass(
                    routingCase, "tier", tier == null ? "It asks for no tier." : "It runs in tier " + tier + ".");
        }
        return new Verdict.Stop(
                false,
                "tier",
                "It runs in " + String.join(", ", new TreeSet<>(play.tiers())) + "; the account's tier is "
                        + (tier == null ? "unknown" : tier) + ".");
    }
}
