package io.playcaller.router.sla;

import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.calendar.BusinessTime.Unit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether the clocks of a task may pause, and until when at most. */
public final class PausePolicy {

    private static final BusinessTime FOR_THE_CUSTOMER = new BusinessTime(10, Unit.DAY);
    private static final BusinessTime UNTIL_SUPPORT_IS_ASKED_AGAIN = new BusinessTime(5, Unit.DAY);
    private static final BusinessTime FOR_LEGAL = new BusinessTime(20, Unit.DAY);
    private static final int LONGEST_FREEZE_DAYS = 30;
    private static final int WITHOUT_THE_LEAD = 2;

    private PausePolicy() {}

    /**
     * What somebody asks for.
     *
     * @param until last day of a customer's freeze; null for every other reason
     * @param earlier how often the task was paused before
     * @param byLead whether a lead asks
     * @param ofRenewal whether the task is of a renewal
     */
    public record Ask(PauseReason reason, @Nullable LocalDate until, int earlier, boolean byLead, boolean ofRenewal) {}

    /** The answer. */
    public sealed interface Answer {

        /**
         * Its clocks pause.
         *
         * @param until when they run on by themselves
         */
        record Granted(Instant until) implements Answer {}

        /**
         * They run on.
         *
         * @param code stable
         */
        record Refused(String code, String sentence) implements Answer {}
    }

    /** @param calendar by which the task's clocks run */
    public static Answer answer(Ask ask, Instant now, BusinessCalendar calendar) {
        if (ask.earlier() >= WITHOUT_THE_LEAD && !ask.byLead()) {
            return new Answer.Refused("pause-needs-lead", "It was paused twice; a third time needs the lead.");
        }
        return switch (ask.reason()) {
            case WAITING_FOR_CUSTOMER -> granted(FOR_THE_CUSTOMER, now, calendar);
            case WAITING_FOR_SUPPORT -> new Answer.Granted(askSupportAgain(now, calendar));
            case LEGAL ->
                ask.ofRenewal()
                        ? granted(FOR_LEGAL, now, calendar)
                        : new Answer.Refused("pause-not-here", "Only a renewal pauses for legal or procurement.");
            case CUSTOMER_FREEZE -> freeze(ask.until(), now, calendar);
        };
    }

    /** When it is looked again whether support is still waited for. */
    public static Instant askSupportAgain(Instant now, BusinessCalendar calendar) {
        return calendar.add(now, UNTIL_SUPPORT_IS_ASKED_AGAIN.by(calendar));
    }

    private static Answer granted(BusinessTime most, Instant now, BusinessCalendar calendar) {
        return new Answer.Granted(calendar.add(now, most.by(calendar)));
    }

    private static Answer freeze(@Nullable LocalDate until, Instant now, BusinessCalendar calendar) {
        LocalDate today = calendar.dayOf(now);
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_FREEZE_DAYS))) {
            return new Answer.Refused(
                    "pause-until",
                    "A freeze ends on a day from " + today + " to " + today.plusDays(LONGEST_FREEZE_DAYS) + ".");
        }
        return new Answer.Granted(
                until.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }
}
