package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Yardstick;

/** Reads measures. */
public final class Reading {

    /** There is nothing to measure. */
    public static final long MISSING = Long.MIN_VALUE;

    private Reading() {}

    /** The value in thousandths of the measure's unit, or {@link #MISSING}. */
    public static long value(Yardstick kind, Context context) {
        return kind instanceof Declared declared
                ? Declarations.value(declared, context)
                : value((MeasureKind) kind, context);
    }

    /** The same of one that the engine knows. */
    public static long value(MeasureKind kind, Context context) {
        return switch (kind) {
            case ACTIVE_SEATS -> UsageLevel.activeSeats(context);
            case ACTIVE_DAYS -> UsageLevel.activeDays(context);
            case CORE_FEATURES -> UsageLevel.coreFeatures(context);
            case DAYS_SINCE_USE -> UsageAbsence.daysSinceUse(context);
            case WEEK_TREND -> UsageAbsence.weekTrend(context);
            case OLD_TICKETS -> Support.oldTickets(context);
            case CSAT -> Feedback.csat(context);
            case NPS -> Feedback.nps(context);
            case SPONSOR_MET -> Relationship.sponsorMet(context.view());
            case CONTACTS_TOUCHED -> Relationship.contactsTouched(context);
            case MILESTONES_MISSED -> Milestones.missed(context.view());
            case OBJECTIVE -> Milestones.objective(context);
            case MILESTONE_VALUE -> MilestoneValue.of(context);
            case INVOICE_OVERDUE -> Billing.overdue(context.view());
            case CSM_PULSE -> Pulse.value(context);
            case FIRST_ANSWER -> TicketCare.firstAnswer(context);
            case TICKETS_REOPENED -> TicketCare.reopened(context);
            case SEVERE_TICKETS -> TicketCare.severe(context.view());
            case OBJECTIVES_MISSED -> Objectives.missedMeasure(context.view());
        };
    }

    /** What, how much, compared with what. */
    public static String sentence(Yardstick kind, Context context, long value) {
        return kind instanceof Declared declared
                ? Declarations.sentence(declared, context, value)
                : sentence((MeasureKind) kind, context, value);
    }

    /** The same of one that the engine knows. */
    public static String sentence(MeasureKind kind, Context context, long value) {
        return switch (kind) {
            case ACTIVE_SEATS, ACTIVE_DAYS, CORE_FEATURES -> UsageLevel.sentence(kind, context, value);
            case DAYS_SINCE_USE, WEEK_TREND -> UsageAbsence.sentence(kind, context, value);
            case OLD_TICKETS -> Support.sentence(context, value);
            case CSAT, NPS -> Feedback.sentence(kind, context, value);
            case SPONSOR_MET, CONTACTS_TOUCHED -> Relationship.sentence(kind, context, value);
            case MILESTONES_MISSED, OBJECTIVE -> Milestones.sentence(kind, context.view(), value);
            case MILESTONE_VALUE -> MilestoneValue.sentence(context, value);
            case INVOICE_OVERDUE -> Billing.sentence(value);
            case CSM_PULSE -> Pulse.sentence(context, value);
            case FIRST_ANSWER, TICKETS_REOPENED, SEVERE_TICKETS -> TicketCare.sentence(kind, context, value);
            case OBJECTIVES_MISSED -> Objectives.sentence(context.view(), value);
        };
    }
}
