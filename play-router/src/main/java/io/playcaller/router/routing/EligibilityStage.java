package io.playcaller.router.routing;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.RunDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether the play is for the account: its tier, segment, stage, value. A play that serves reasons without one of their own runs in any. */
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
        return refusal(routingCase)
                .<Verdict>map(Function.identity())
                .orElseGet(() -> new Verdict.Pass(
                        routingCase, "tier", tier == null ? "It asks for no tier." : "It runs in tier " + tier + "."));
    }

    /** Why the play that is chosen is not for the account; empty where it is. */
    static Optional<Verdict.Stop> refusal(RoutingCase routingCase) {
        Play play = routingCase.chosenPlay();
        String tier = routingCase.tier();
        if (!play.tiers().isEmpty() && (tier == null || !play.tiers().contains(tier))) {
            return Optional.of(new Verdict.Stop(
                    false,
                    "tier",
                    "It runs in " + String.join(", ", new TreeSet<>(play.tiers())) + "; the account's tier is "
                            + (tier == null ? "unknown" : tier) + "."));
        }
        RunDate date = play.course().date();
        AccountSnapshot account = routingCase.signal().account();
        if (date != null && (account == null || date.of(account.profile()).isEmpty())) {
            return Optional.of(new Verdict.Stop(
                    false, "no-date", "Its steps count back from the end of a contract, and the account has none."));
        }
        return play.admission()
                .eligibility()
                .whyNot(routingCase.signal(), routingCase.stage())
                .map(why -> new Verdict.Stop(false, "not-eligible", why));
    }
}
