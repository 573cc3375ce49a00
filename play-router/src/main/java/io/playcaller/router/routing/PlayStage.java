package io.playcaller.router.routing;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.PlayBook;

/** Which play answers the signal's reason. */
record PlayStage(PlayBook plays) implements RoutingStage {

    @Override
    public String name() {
        return "play";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        Reason reason = routingCase.signal().reason();
        SignalKind kind = routingCase.signal().kind();
        return plays.ownPlayOf(reason)
                .<Verdict>map(play -> new Verdict.Pass(
                        routingCase.withPlay(play),
                        "own-play",
                        "Play " + play.number() + " (" + play.title() + ") answers " + reason.code() + "."))
                .or(() -> plays.defaultPlayOf(kind)
                        .map(play -> new Verdict.Pass(
                                routingCase.withPlay(play),
                                "default-play",
                                reason.code() + " has no play of its own; a risk then opens play " + play.number()
                                        + " (" + play.title() + ").")))
                .orElseGet(() -> new Verdict.Stop(false, "no-play", "No play answers " + reason.code() + "."));
    }
}
