package io.playcaller.health.engine.episode;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Adoption;
import io.playcaller.health.engine.measure.Billing;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Feedback;
import io.playcaller.health.engine.measure.KeyUsers;
import io.playcaller.health.engine.measure.NewPeople;
import io.playcaller.health.engine.measure.Onboarding;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Relationship;
import io.playcaller.health.engine.measure.Silence;
import io.playcaller.health.engine.measure.Themes;
import io.playcaller.health.engine.measure.UnlicensedUse;
import io.playcaller.health.engine.measure.Words;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.profile.Commercial;
import io.playcaller.health.engine.profile.Term;
import io.playcaller.health.engine.score.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people read of an open episode of a single condition: what, how much, since when, compared with what. */
final class ConditionWords {

    private ConditionWords() {}

    /** @param known fingerprints of the subjects that were told */
    static String sentence(DirectRule rule, Spell spell, Assessment now, Set<Long> known) {
        Context context = now.context();
        View view = context.view();
        return switch (rule.condition()) {
            case SILENT -> Silence.sentence(context, Days.of(spell.lastOpened()), rule.leave());
            case MILESTONE_MISSED ->
                subjects("Due and did not come: ", "Also due and did not come: ", rule, now, known);
            case SEVERE_TICKET -> subjects("Severe ticket open: ", "Also severe and open: ", rule, now, known);
            case OBJECTIVE_MISSED ->
                subjects("Due and not achieved: ", "Also due and not achieved: ", rule, now, known);
            case REOPENED -> subjects("Opened again in 30 days: ", "Also opened again: ", rule, now, known);
            case SEATS_NEAR_LIMIT -> seats(now);
            case INVOICE_OVERDUE -> "An invoice is " + Words.count(Billing.overdueDays(view), "day") + " overdue";
            case SPONSOR_LEFT -> "The sponsor has left and there is no other";
            case DETRACTOR -> Feedback.detractorsSentence(view, known);
            case USAGE_DROP -> Adoption.fallSentence(context);
            case SEATS_IDLE -> Adoption.seatsSentence(context);
            case BREADTH_LOW -> Adoption.featuresSentence(context);
            case ADMIN_LOST -> KeyUsers.sentence(context, ContactRole.ADMIN);
            case POWER_USER_LOST -> KeyUsers.sentence(context, ContactRole.POWER_USER);
            case SPONSOR_COLD -> Relationship.coldSentence(view);
            case SINGLE_THREAD -> Relationship.threadsSentence(view);
            case KICKOFF_LATE -> kickoff(now);
            case ONBOARDING_STALLED -> stalled(rule, now);
            case RECURRING_ISSUE -> Themes.sentence(view);
            case NOTICE_RECEIVED -> notice(view);
            case CHURNED -> churned(context);
            case REFERENCE_DUE -> promoted(rule, now);
            case VALUE_PROVEN -> proven(rule, now);
            case NO_TOUCH -> Relationship.untouchedSentence(context);
            case PROMOTER -> promoter(view);
            case FEATURE_INTEREST -> UnlicensedUse.sentence(context);
            case NEW_TEAM -> NewPeople.sentence(context);
        };
    }

    private static String seats(Assessment now) {
        long ratio = Conditions.value(Condition.SEATS_NEAR_LIMIT, now);
        long seats = now.context().commercial().seats();
        return ratio == Reading.MISSING
                ? "No seat is paid for any more"
                : ratio / 10 + "% of " + Words.count(seats, "paid seat") + " used in 28 days";
    }

    private static String kickoff(Assessment now) {
        return Conditions.value(Condition.KICKOFF_LATE, now) == 0
                ? "The kickoff is no longer waited for"
                : Onboarding.kickoffSentence(now.context().view(), Conditions.stageDay(now));
    }

    private static String stalled(DirectRule rule, Assessment now) {
        return Conditions.value(Condition.ONBOARDING_STALLED, now) == 0
                ? "Onboarding is over"
                : Onboarding.stalledSentence(
                        now.context().view(),
                        Conditions.stageDay(now),
                        rule.enter(now.profile().segment()));
    }

    private static String notice(View view) {
        List<String> notices = new ArrayList<>();
        for (Contract contract : Conditions.noticed(view)) {
            String received = "notice was received on " + Days.date(contract.noticeReceivedDay());
            long end = Term.of(contract, view.day()).endDay();
            notices.add(
                    end == Long.MAX_VALUE
                            ? received + " for a contract without an end"
                            : received + " for the contract that ends on " + Days.date(end));
        }
        String all = String.join("; ", notices);
        return all.isEmpty() ? "No open contract is under notice" : "N" + all.substring(1);
    }

    private static String churned(Context context) {
        Commercial.End end = context.commercial().end();
        if (end == null) {
            return "A contract is open again";
        }
        return "The last contract ended on " + Days.date(end.day()) + (end.closed() ? "" : ", nobody closed it")
                + ", and none follows";
    }

    private static String promoted(DirectRule rule, Assessment now) {
        View view = now.context().view();
        boolean known = Feedback.promoted(view) != Reading.MISSING;
        return promoter(view) + (known ? grade(rule, "A") : "");
    }

    private static String promoter(View view) {
        long nps = Feedback.promoted(view);
        return nps == Reading.MISSING ? "No promoter is known any more" : "The newest NPS answer is " + nps + " of 10";
    }

    private static String proven(DirectRule rule, Assessment now) {
        return Conditions.value(Condition.VALUE_PROVEN, now) == 0
                ? "No confirmed objective with a good grade any more"
                : "The customer confirmed an objective" + grade(rule, "A or B");
    }

    private static String grade(DirectRule rule, String grade) {
        return ", and the grade was " + grade + " for "
                + Words.count(rule.enterFor().toDays(), "day");
    }

    private static String subjects(String all, String more, DirectRule rule, Assessment now, Set<Long> known) {
        List<String> subjects = Conditions.subjects(rule, now);
        List<String> told = subjects.stream()
                .filter(key -> known.contains(Fingerprint.of(key)))
                .toList();
        List<String> fresh =
                subjects.stream().filter(key -> !told.contains(key)).toList();
        return told.isEmpty() || fresh.isEmpty()
                ? all + String.join(", ", subjects)
                : more + String.join(", ", fresh) + "; before: " + String.join(", ", told);
    }
}
