package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.StageRules;

/** The stage of an account's life at a time, a function of its contracts and milestones. */
public final class StageClock {

    private static final long NEVER = Long.MAX_VALUE;

    private StageClock() {}

    public static Stage stage(StageRules rules, View view, Commercial commercial, String segment) {
        if (!commercial.known()) {
            return new Stage(StageRules.ADOPTION, firstHeard(view));
        }
        if (!commercial.open()) {
            return new Stage(StageRules.LOST, Days.start(commercial.endedDay()));
        }
        boolean tracked = tracked(rules, view);
        long exit = tracked
                ? exitByMilestones(rules, view)
                : Days.start(commercial.startDay() + rules.onboardingDays(segment));
        boolean onboarding = exit == NEVER || (!tracked && exit > view.now());
        if (onboarding) {
            return new Stage(StageRules.ONBOARDING, Days.start(commercial.startDay()));
        }
        return later(rules, view, commercial, Math.max(exit, Days.start(commercial.startDay())));
    }

    private static Stage later(StageRules rules, View view, Commercial commercial, long exit) {
        long renewal = renewalBegins(rules, commercial);
        if (view.now() >= renewal) {
            return new Stage(StageRules.RENEWAL, Math.max(renewal, exit));
        }
        long objective = reached(view, rules.objective());
        return objective != NEVER
                ? new Stage(StageRules.VALUE, Math.max(objective, exit))
                : new Stage(StageRules.ADOPTION, exit);
    }

    /** When the milestones that end onboarding were all reached, milliseconds; {@link Long#MAX_VALUE} before. */
    public static long exitByMilestones(StageRules rules, View view) {
        long last = Long.MIN_VALUE;
        for (String milestone : rules.onboardingExit()) {
            last = Math.max(last, reached(view, milestone));
        }
        return last == Long.MIN_VALUE ? NEVER : last;
    }

    /** When {@code milestone} was reached, as known by the view; {@link Long#MAX_VALUE} before. */
    public static long reached(View view, String milestone) {
        History<Milestone> history =
                view.facts().engagement().milestones().byId().get(milestone);
        return history == null ? NEVER : Milestone.reachedAt(history, view.seen());
    }

    private static boolean tracked(StageRules rules, View view) {
        for (String milestone : rules.onboardingExit()) {
            History<Milestone> history =
                    view.facts().engagement().milestones().byId().get(milestone);
            if (history != null && history.toldBy(view.seen()) != null) {
                return true;
            }
        }
        return false;
    }

    private static long renewalBegins(StageRules rules, Commercial commercial) {
        long byRenewal = commercial.renewalDay() - rules.renewalDays();
        long byNotice = commercial.noticeDay() == NEVER ? NEVER : commercial.noticeDay() - rules.noticeDays();
        return Days.start(Math.min(byRenewal, byNotice));
    }

    private static long firstHeard(View view) {
        Facts facts = view.facts();
        long first = facts.totals().firstAt();
        return first == NEVER ? view.now() : first;
    }
}
