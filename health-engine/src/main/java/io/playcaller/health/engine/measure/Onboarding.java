package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.View;

/** How long a customer waits for the beginning. Where nobody keeps milestones or touches, nobody is accused. */
public final class Onboarding {

    private static final String KICKOFF = "kickoff";

    private Onboarding() {}

    /**
     * Finished weekdays since onboarding began, while the kickoff was not held. 0 where it was, and where it has a date: then
     * the milestone says when it is late.
     *
     * @param since UTC day
     */
    public static long withoutKickoff(View view, long since) {
        History<Milestone> kickoff =
                view.facts().engagement().milestones().byId().get(KICKOFF);
        if (kickoff == null || kickoff.toldBy(view.seen()) == null) {
            return kept(view) ? weekdays(view, since) : 0;
        }
        boolean dated = kickoff.at(view.seen()).value().dueAt() != Long.MAX_VALUE;
        boolean held = Milestone.reachedAt(kickoff, view.seen()) != Long.MAX_VALUE;
        return dated || held ? 0 : weekdays(view, since);
    }

    /** Days since onboarding began on {@code since}. */
    public static long days(View view, long since) {
        return Math.max(0, view.day(Feed.SUCCESS) - since);
    }

    private static boolean kept(View view) {
        return Milestones.planned(view) || Relationship.inTouch(view);
    }

    private static long weekdays(View view, long since) {
        return Days.weekdaysBetween(since - 1, view.day(Feed.SUCCESS));
    }

    public static String kickoffSentence(View view, long since) {
        return Words.count(withoutKickoff(view, since), "weekday") + " since the start on " + Days.date(since)
                + " without a kickoff, and none is dated";
    }

    public static String stalledSentence(View view, long since, long target) {
        return "Onboarding lasts for " + Words.count(days(view, since), "day") + " since " + Days.date(since)
                + "; it counts as stalled after " + target;
    }
}
