package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.DaysBySegment;
import io.playcaller.health.engine.model.StageEntry;
import io.playcaller.health.engine.model.StageExit;
import io.playcaller.health.engine.model.StageRule;
import io.playcaller.health.engine.model.StageRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage of an account's life at a time, a function of its contracts and milestones: the first of the list that has begun
 * and is not over. It lasts since it began, or since the last of the stages before it in the list was over.
 */
public final class StageClock {

    private static final long NEVER = Long.MAX_VALUE;

    private final StageRules rules;
    private final View view;
    private final Commercial commercial;
    private final String segment;

    StageClock(StageRules rules, View view, Commercial commercial, String segment) {
        this.rules = rules;
        this.view = view;
        this.commercial = commercial;
        this.segment = segment;
    }

    Stage stage() {
        Moment over = back();
        for (StageRule rule : rules.list()) {
            Moment begun = begun(rule.enter());
            if (begun == null) {
                over = rule.enter() instanceof StageEntry.RenewalNear ? later(renewed(), over) : over;
                continue;
            }
            Moment left = over(rule, begun);
            if (left == null) {
                return new Stage(rule, begun.orLater(over));
            }
            over = left.orLater(over);
        }
        throw new IllegalStateException("the last stage applies whenever no other does");
    }

    /** When {@code entry} was met; null while it is not. */
    private @Nullable Moment begun(StageEntry entry) {
        if (entry instanceof StageEntry.ContractEnded) {
            Commercial.End end = commercial.end();
            return end == null ? null : day(end.goneDay(), ProfileRule.CONTRACT_ENDED);
        }
        if (entry instanceof StageEntry.ContractOpen) {
            return commercial.open() ? began() : null;
        }
        if (entry instanceof StageEntry.RenewalNear near) {
            Moment renewal = commercial.open() ? renewalNear(near) : null;
            return renewal == null || renewal.at() > view.now() ? null : renewal.orLater(renewed());
        }
        if (entry instanceof StageEntry.Reached reached) {
            long at = lastReached(reached.milestones());
            return at == NEVER ? null : new Moment(at, ProfileRule.MILESTONES);
        }
        return new Moment(otherwise(), ProfileRule.OTHERWISE);
    }

    private long otherwise() {
        if (commercial.open()) {
            return began().at();
        }
        Commercial.End end = commercial.end();
        return end == null ? Profiler.heardAt(view) : Days.start(end.goneDay());
    }

    /** When what has begun was over; null while it lasts. */
    private @Nullable Moment over(StageRule rule, Moment begun) {
        StageExit exit = rule.exit();
        if (exit == null || rule.target() == null) {
            return null;
        }
        long reachedAt = lastReached(exit.milestones());
        Moment over = reachedAt == NEVER ? null : new Moment(reachedAt, ProfileRule.MILESTONES);
        if (!planned(exit.milestones())) {
            over = Moment.earliest(over, passed(begun, rule.target()));
        }
        if (exit.atTheLatest() != null) {
            over = Moment.earliest(over, passed(begun, exit.atTheLatest()));
        }
        return Moment.earliest(over, yields(exit, begun, rule.target()));
    }

    private @Nullable Moment passed(Moment begun, DaysBySegment days) {
        Moment passed = day(Days.of(begun.at()) + days.of(segment), ProfileRule.TIME);
        return passed.at() <= view.now() ? passed : null;
    }

    private @Nullable Moment yields(StageExit exit, Moment begun, DaysBySegment target) {
        if (exit.yieldsTo() == null || !commercial.open()) {
            return null;
        }
        StageEntry other = rules.named(exit.yieldsTo()).orElseThrow().enter();
        long notBefore = Math.min(Days.of(begun.at()) + target.of(segment), commercial.halfDay());
        Moment near = renewalNear((StageEntry.RenewalNear) other);
        if (near == null) {
            return null;
        }
        Moment yields = near.orLater(day(notBefore, near.rule()));
        return yields.at() <= view.now() ? yields : null;
    }

    /** Null where nothing that is open has an end. */
    private @Nullable Moment renewalNear(StageEntry.RenewalNear near) {
        if (commercial.renewalDay() == NEVER) {
            return null;
        }
        Moment renewal = day(commercial.renewalDay() - near.renewalDays(), ProfileRule.RENEWAL_NEAR);
        long deadline = commercial.deadlineDay();
        Moment notice = deadline == NEVER ? null : day(deadline - near.noticeDays(), ProfileRule.NOTICE_NEAR);
        return notice != null && notice.at() < renewal.at() ? notice : renewal;
    }

    private Moment began() {
        boolean anew = commercial.life().formerEndDay() != Life.NEVER;
        return day(commercial.life().beganDay(), anew ? ProfileRule.CAME_BACK : ProfileRule.CONTRACT_STARTED);
    }

    /** When the customer last came back; null for one that never went. */
    private @Nullable Moment back() {
        long back = commercial.open() ? commercial.life().backDay() : Life.NEVER;
        return back == Life.NEVER ? null : day(back, ProfileRule.CAME_BACK);
    }

    private @Nullable Moment renewed() {
        long renewed = commercial.open() ? commercial.life().renewedDay() : Life.NEVER;
        return renewed == Life.NEVER ? null : day(renewed, ProfileRule.RENEWED);
    }

    /** What is waited for in a stage, and since when; null of a stage that waits for nothing. */
    @Nullable
    Wait waits(Stage stage) {
        List<String> milestones = awaited(stage.rule());
        Moment since = stage.since();
        for (String milestone : milestones) {
            long at = reachedInThisLife(milestone);
            if (at == NEVER) {
                return new Wait(milestone, since.at());
            }
            since = since.orLater(new Moment(at, ProfileRule.MILESTONES));
        }
        return null;
    }

    /** Those that end the stage; of one that lasts until another begins, those that begin the first that some begin. */
    private List<String> awaited(StageRule stage) {
        if (stage.exit() != null) {
            return stage.exit().milestones();
        }
        if (stage.enter() instanceof StageEntry.Otherwise) {
            for (StageRule other : rules.list()) {
                if (other.enter() instanceof StageEntry.Reached reached) {
                    return reached.milestones();
                }
            }
        }
        return List.of();
    }

    private long lastReached(List<String> milestones) {
        long last = Long.MIN_VALUE;
        for (String milestone : milestones) {
            last = Math.max(last, reachedInThisLife(milestone));
        }
        return last;
    }

    /** What was reached before the customer went for long does not count any more. */
    private long reachedInThisLife(String milestone) {
        long at = reached(view, milestone);
        return at < lifeFrom() ? NEVER : at;
    }

    private boolean planned(List<String> milestones) {
        for (String milestone : milestones) {
            History<Milestone> history =
                    view.facts().engagement().milestones().byId().get(milestone);
            Version<Milestone> told = history == null ? null : history.toldBy(view.seen());
            if (told != null && told.at() >= lifeFrom()) {
                return true;
            }
        }
        return false;
    }

    private long lifeFrom() {
        long formerEnd = commercial.open() ? commercial.life().formerEndDay() : Life.NEVER;
        return formerEnd == Life.NEVER ? Long.MIN_VALUE : Days.start(formerEnd);
    }

    private static @Nullable Moment later(@Nullable Moment one, @Nullable Moment other) {
        return one == null ? other : one.orLater(other);
    }

    private static Moment day(long day, ProfileRule rule) {
        return new Moment(Days.start(day), rule);
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
}
