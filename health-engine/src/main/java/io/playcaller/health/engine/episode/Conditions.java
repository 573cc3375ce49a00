package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Billing;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Feedback;
import io.playcaller.health.engine.measure.Milestones;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Relationship;
import io.playcaller.health.engine.measure.Silence;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.measure.UsageAbsence;
import io.playcaller.health.engine.measure.Words;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.List;
import java.util.Set;

/** The single conditions, as whole numbers. */
final class Conditions {

    private Conditions() {}

    static boolean enters(DirectRule rule, Context context, String segment) {
        return value(rule.condition(), context) >= rule.enter(segment);
    }

    static boolean leaves(DirectRule rule, Context context) {
        if (rule.condition() == Condition.SILENT) {
            // Without a contract, or with all use withdrawn, there is no silence any more.
            return UsageAbsence.silentDays(context) == Reading.MISSING
                    || UsageAbsence.usedDaysOfWeek(context) >= rule.leave();
        }
        return value(rule.condition(), context) < rule.leave();
    }

    /** {@link Reading#MISSING} when there is nothing to judge by. */
    static long value(Condition condition, Context context) {
        View view = context.view();
        return switch (condition) {
            case SILENT -> UsageAbsence.silentDays(context);
            case MILESTONE_MISSED -> Milestones.missedKeys(view).size();
            case SEVERE_TICKET ->
                Support.severe(view, context.model().scoring().tickets()).size();
            case SEATS_NEAR_LIMIT -> Reading.value(MeasureKind.ACTIVE_SEATS, context);
            case INVOICE_OVERDUE -> Billing.overdueDays(view);
            case SPONSOR_LEFT -> Relationship.sponsorLeft(view) ? 1 : 0;
            case DETRACTOR -> Feedback.detractor(view) ? 1 : 0;
        };
    }

    /** Of which tickets or milestones it is; most conditions are of none. */
    static List<String> subjects(Condition condition, Context context) {
        return switch (condition) {
            case MILESTONE_MISSED -> Milestones.missedKeys(context.view());
            case SEVERE_TICKET ->
                Support.severe(context.view(), context.model().scoring().tickets());
            default -> List.of();
        };
    }

    /**
     * What people read of an open episode: what, how much.
     *
     * @param known fingerprints of the subjects that were told
     */
    static String sentence(DirectRule rule, Spell spell, Context context, Set<Long> known) {
        View view = context.view();
        return switch (rule.condition()) {
            case SILENT -> Silence.sentence(context, Days.of(spell.lastOpened()), rule.leave());
            case MILESTONE_MISSED ->
                subjects("Due and did not come: ", "Also due and did not come: ", rule, context, known);
            case SEVERE_TICKET -> subjects("Severe ticket open: ", "Also severe and open: ", rule, context, known);
            case SEATS_NEAR_LIMIT -> seats(context);
            case INVOICE_OVERDUE -> "An invoice is " + Words.count(Billing.overdueDays(view), "day") + " overdue";
            case SPONSOR_LEFT -> "The sponsor has left and there is no other";
            case DETRACTOR -> "The newest survey answer is a detractor's";
        };
    }

    private static String seats(Context context) {
        long ratio = value(Condition.SEATS_NEAR_LIMIT, context);
        return ratio == Reading.MISSING
                ? "No seat is paid for any more"
                : ratio / 10 + "% of " + Words.count(context.commercial().seats(), "paid seat") + " used in 28 days";
    }

    private static String subjects(String all, String more, DirectRule rule, Context context, Set<Long> known) {
        List<String> now = subjects(rule.condition(), context);
        List<String> told =
                now.stream().filter(key -> known.contains(Fingerprint.of(key))).toList();
        List<String> fresh = now.stream().filter(key -> !told.contains(key)).toList();
        return told.isEmpty() || fresh.isEmpty()
                ? all + String.join(", ", now)
                : more + String.join(", ", fresh) + "; before: " + String.join(", ", told);
    }
}
