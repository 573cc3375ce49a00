package io.playcaller.router.routing;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.run.PlayRunDecider;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a run of the play may begin on the account: not too soon after others, and with a step that can begin in its tier.
 * Asked before the draw, so that in both arms the same runs begin.
 *
 * @param calendar by which steps run
 */
record BeginStage(Instant now, BusinessCalendar calendar) implements RoutingStage {

    @Override
    public String name() {
        return "begin";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        Play play = routingCase.chosenPlay();
        Optional<String> tooOften = play.admission().frequency().whyNot(routingCase.runsOfPlay(), now);
        if (tooOften.isPresent()) {
            return new Verdict.Stop(false, "too-often", tooOften.get());
        }
        return play.hasCourse() && !canBegin(play, routingCase)
                ? new Verdict.Stop(false, "no-step", "None of its steps can begin in the tier of the account.")
                : new Verdict.Pass(routingCase, "may-begin", "A run of it may begin.");
    }

    private boolean canBegin(Play play, RoutingCase routingCase) {
        return new PlayRunDecider(now, calendar)
                .begin(Beginning.runId(routingCase.signal(), play), play, routingCase.signal())
                .isPresent();
    }

    /** Most plays may begin at any time: it is told only where one may not. */
    @Override
    public boolean isTold(Verdict verdict) {
        return !(verdict instanceof Verdict.Pass);
    }
}
