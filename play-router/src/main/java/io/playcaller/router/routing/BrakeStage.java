package io.playcaller.router.routing;

import java.util.Map;
import java.util.UUID;

/**
 * Whether the run that it would begin is one too many. Asked before the draw, so that what is held begins later, or never, in both arms.
 *
 * @param braked episodes whose run is, with why
 */
record BrakeStage(Map<UUID, String> braked) implements RoutingStage {

    @Override
    public String name() {
        return "brake";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        String because = braked.get(routingCase.signal().episodeId());
        return because == null
                ? new Verdict.Pass(routingCase, "may-begin", "The volume brake lets it begin.")
                : new Verdict.Wait(new Waits(routingCase.chosenPlay().key(), null), "held", because);
    }
}
