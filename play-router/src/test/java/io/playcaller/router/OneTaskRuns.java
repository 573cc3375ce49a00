package io.playcaller.router;

import io.playcaller.router.play.Course;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.RouterRules;

/** Rules by which the task of a play is its whole run, for tests of what needs no look at runs. */
public final class OneTaskRuns {

    private OneTaskRuns() {}

    public static RouterRules of(RouterRules rules) {
        PlayBook plays = rules.plays();
        return new RouterRules(
                rules.version(),
                rules.calendars(),
                rules.roles(),
                new PlayBook(
                        plays.plays().stream().map(OneTaskRuns::oneTask).toList(),
                        plays.riskDefault() == null ? null : oneTask(plays.riskDefault()),
                        plays.muteRules(),
                        plays.groups(),
                        plays.wrapUp(),
                        plays.brake(),
                        plays.holdout()),
                rules.sla(),
                rules.directory(),
                rules.windows(),
                rules.coverage());
    }

    private static Play oneTask(Play play) {
        return new Play(
                play.key(),
                play.number(),
                play.title(),
                play.ask(),
                play.reasons(),
                play.tiers(),
                play.owner(),
                play.ownerByTier(),
                play.sla(),
                play.slaByTier(),
                play.escalation(),
                play.giveUp(),
                play.minutes(),
                Course.ONE_STEP,
                play.admission());
    }
}
