package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
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

/** The single conditions, as whole numbers. */
final class Conditions {

    private Conditions() {}

    static boolean enters(DirectRule rule, Context context, String segment) {
        return value(rule.condition(), context) >= rule.enter(segment);
    }

    static boolean leaves(DirectRule rule, Context context) {
        if (rule.condition() == Condition.SILENT) {
            return UsageAbsence.usedDaysOfWeek(context) >= rule.leave();
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

    /** What people read of an open episode: what, how much. */
    static String sentence(DirectRule rule, Spell spell, Context context) {
        View view = context.view();
        return switch (rule.condition()) {
            case SILENT -> Silence.sentence(context, Days.of(spell.lastOpened()), rule.leave());
            case MILESTONE_MISSED -> "Due and did not come: " + String.join(", ", Milestones.missedKeys(view));
            case SEVERE_TICKET -> "Severe ticket open: " + String.join(", ", severe(context, view));
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

    private static List<String> severe(Context context, View view) {
        return Support.severe(view, context.model().scoring().tickets());
    }
}
