package io.playcaller.health.engine.episode;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.health.Grade;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Holdings.Held;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Adoption;
import io.playcaller.health.engine.measure.Billing;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Feedback;
import io.playcaller.health.engine.measure.KeyUsers;
import io.playcaller.health.engine.measure.Milestones;
import io.playcaller.health.engine.measure.NewPeople;
import io.playcaller.health.engine.measure.Objectives;
import io.playcaller.health.engine.measure.Onboarding;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Relationship;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.measure.Themes;
import io.playcaller.health.engine.measure.TicketCare;
import io.playcaller.health.engine.measure.UnlicensedUse;
import io.playcaller.health.engine.measure.UsageAbsence;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Scope;
import io.playcaller.health.engine.profile.Commercial;
import io.playcaller.health.engine.score.Assessment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The single conditions, as numbers. */
final class Conditions {

    /** What becomes unknown stays as it is: it is over when the opposite is known. */
    private static final Set<Condition> LASTING =
            EnumSet.of(Condition.USAGE_DROP, Condition.ADMIN_LOST, Condition.POWER_USER_LOST, Condition.CHURNED);

    /** A contract that ended longer ago is no news. */
    private static final int CHURN_DAYS = 30;

    private Conditions() {}

    /** A rule enters, and it leaves: bits of {@link #bits}. */
    static final int ENTERS = 1;

    static final int LEAVES = 2;

    static int bits(DirectRule rule, Assessment now) {
        if (rule.condition() == Condition.SILENT) {
            return silent(rule, now);
        }
        if (!concerns(rule.scope(), now)) {
            return LEAVES;
        }
        long value = value(rule.condition(), now);
        if (value == Reading.MISSING) {
            return LASTING.contains(rule.condition()) ? 0 : LEAVES;
        }
        boolean leaves = rule.condition().shape().falling() ? value >= rule.leave() : value < rule.leave();
        boolean enters = reaches(rule, value, now) && !toldAsSilence(rule.condition(), now);
        return (enters ? ENTERS : 0) | (leaves ? LEAVES : 0);
    }

    /** Without a contract, or with all use withdrawn, there is no silence any more; else its end is that of a week. */
    private static int silent(DirectRule rule, Assessment now) {
        long days = UsageAbsence.silentDays(now.context());
        if (days == Reading.MISSING) {
            return LEAVES;
        }
        boolean enters = reaches(rule, days, now) && concerns(rule.scope(), now);
        boolean leaves = UsageAbsence.usedDaysOfWeek(now.context()) >= rule.leave();
        return (enters ? ENTERS : 0) | (leaves ? LEAVES : 0);
    }

    private static boolean reaches(DirectRule rule, long value, Assessment now) {
        long enter = rule.enter(now.profile().segment());
        return rule.condition().shape().falling() ? value <= enter : value >= enter;
    }

    private static boolean concerns(Scope scope, Assessment now) {
        if (!scope.tiers().isEmpty() && !scope.tiers().contains(now.profile().tier())) {
            return false;
        }
        Commercial commercial = now.context().commercial();
        return scope.after().isZero()
                || (commercial.open()
                        && now.context().view().day() - commercial.openSince()
                                >= scope.after().toDays());
    }

    /** One cause makes one signal: where nobody uses it any more, that is what is told of its use. */
    private static boolean toldAsSilence(Condition condition, Assessment now) {
        return switch (condition) {
            case USAGE_DROP -> !Adoption.stillInUse(now.context());
            case SEATS_IDLE, BREADTH_LOW, ADMIN_LOST, POWER_USER_LOST -> !Adoption.usedLately(now.context());
            default -> false;
        };
    }

    /** {@link Reading#MISSING} when there is nothing to judge by. */
    static long value(Condition condition, Assessment now) {
        Context context = now.context();
        View view = context.view();
        return switch (condition) {
            case SILENT -> UsageAbsence.silentDays(context);
            case MILESTONE_MISSED -> Milestones.missedKeys(view).size();
            case SEVERE_TICKET ->
                Support.severe(view, context.model().scoring().tickets()).size();
            case SEATS_NEAR_LIMIT -> Reading.value(MeasureKind.ACTIVE_SEATS, context);
            case INVOICE_OVERDUE -> Billing.overdueDays(view);
            case SPONSOR_LEFT -> Relationship.sponsorLeft(view) ? 1 : 0;
            case DETRACTOR -> Feedback.detractors(view).size();
            case USAGE_DROP -> Adoption.fall(context);
            case SEATS_IDLE -> Adoption.activeSeats(context);
            case BREADTH_LOW -> Adoption.features(context);
            case ADMIN_LOST -> KeyUsers.lost(context, ContactRole.ADMIN);
            case POWER_USER_LOST -> KeyUsers.lost(context, ContactRole.POWER_USER);
            case SPONSOR_COLD -> served(context) ? Relationship.sponsorCold(view) : Reading.MISSING;
            case SINGLE_THREAD -> served(context) ? Relationship.threads(view) : Reading.MISSING;
            case KICKOFF_LATE -> onboarding(now) ? Onboarding.withoutKickoff(view, stageDay(now)) : 0;
            case ONBOARDING_STALLED -> onboarding(now) ? Onboarding.days(view, stageDay(now)) : 0;
            case RECURRING_ISSUE -> Themes.most(view);
            case NOTICE_RECEIVED -> noticed(view).size();
            case CHURNED -> churned(context);
            case REFERENCE_DUE -> good(now, Grade.A) ? Feedback.promoted(view) : Reading.MISSING;
            case OBJECTIVE_MISSED -> Objectives.missed(view).size();
            case VALUE_PROVEN -> proven(now) ? 1 : 0;
            case NO_TOUCH -> Relationship.untouched(context);
            case PROMOTER -> Feedback.promoted(view);
            case REOPENED -> TicketCare.reopenedTickets(view).size();
            case FEATURE_INTEREST -> UnlicensedUse.days(context);
            case NEW_TEAM -> NewPeople.share(context);
        };
    }

    /** Of which tickets, milestones, themes, objectives, products or answers it is; most conditions are of none. */
    static List<String> subjects(DirectRule rule, Assessment now) {
        View view = now.context().view();
        return switch (rule.condition()) {
            case MILESTONE_MISSED -> Milestones.missedKeys(view);
            case SEVERE_TICKET ->
                Support.severe(view, now.context().model().scoring().tickets());
            case RECURRING_ISSUE ->
                Themes.recurring(view, rule.enter(now.profile().segment()));
            case OBJECTIVE_MISSED -> Objectives.missed(view);
            case REOPENED -> TicketCare.reopenedTickets(view);
            case DETRACTOR -> Feedback.detractors(view);
            case FEATURE_INTEREST ->
                UnlicensedUse.products(now.context(), rule.enter(now.profile().segment()));
            default -> List.of();
        };
    }

    /** Whether there is, or may be, a contract under which anybody is looked after. */
    private static boolean served(Context context) {
        return !Adoption.ended(context);
    }

    private static boolean onboarding(Assessment now) {
        return now.context().commercial().open()
                && now.context()
                        .model()
                        .profile()
                        .stages()
                        .onboards(now.profile().stage());
    }

    static long stageDay(Assessment now) {
        return Days.of(now.profile().stageSince().toEpochMilli());
    }

    /** Open contracts of which the customer said that they shall not go on, and nobody decided yet. */
    static List<Contract> noticed(View view) {
        return view.holdings().open().stream()
                .filter(held -> !held.decided())
                .map(Held::contract)
                .filter(contract -> contract.noticeReceivedDay() <= view.day())
                .toList();
    }

    /** Missing once it is no news, and while the register may not have told what follows. */
    private static long churned(Context context) {
        Commercial.End end = context.commercial().end();
        if (end == null) {
            return 0;
        }
        View view = context.view();
        boolean news = view.day() - end.goneDay() < CHURN_DAYS && end.goneDay() <= view.day(Feed.REGISTER);
        return news ? 1 : Reading.MISSING;
    }

    private static boolean proven(Assessment now) {
        boolean confirmed = Reading.value(MeasureKind.OBJECTIVE, now.context()) == 2000;
        return confirmed && served(now.context()) && (good(now, Grade.A) || good(now, Grade.B));
    }

    private static boolean good(Assessment now, Grade grade) {
        return now.scored() && now.context().model().scoring().grades().of(now.score()) == grade;
    }
}
