package io.playcaller.router.routing;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import java.util.List;
import java.util.Optional;

/** Which play answers the signal's reason: of several the first that is for the account. */
record PlayStage(PlayBook plays) implements RoutingStage {

    @Override
    public String name() {
        return "play";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        Reason reason = routingCase.signal().reason();
        SignalKind kind = routingCase.signal().kind();
        return ownPlay(routingCase)
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

    private Optional<Play> ownPlay(RoutingCase routingCase) {
        List<Play> own = plays.ownPlaysOf(routingCase.signal().reason());
        return own.stream()
                .filter(play ->
                        EligibilityStage.refusal(routingCase.withPlay(play)).isEmpty())
                .findFirst()
                .or(() -> own.stream().findFirst());
    }
}
