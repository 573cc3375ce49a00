package io.playcaller.router.routing;

import io.playcaller.router.play.MuteRule;
import java.util.List;

/** Whether something larger makes this one not worth a task for now (alert inhibition). */
record MuteStage(List<MuteRule> rules) implements RoutingStage {

    @Override
    public String name() {
        return "inhibition";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        return rules.stream()
                .filter(rule -> rule.mutes(routingCase.signal(), routingCase.stage(), routingCase.openSignals()))
                .findFirst()
                .<Verdict>map(rule ->
                        new Verdict.Stop(true, "muted", rule.because() + " It is looked at again when that is over."))
                .orElseGet(() -> new Verdict.Pass(routingCase, "not-muted", "Nothing mutes it."));
    }
}
