package io.playcaller.router.delivery.person;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;

/** How a clock stands, in working time, as people read it. */
final class TimeLeft {

    private TimeLeft() {}

    static String words(SlaClock run, BusinessCalendar calendar, Instant now) {
        String what = what(run.clock());
        if (run.pausedSince().isPresent()) {
            return "paused: " + what;
        }
        return isLate(run, now)
                ? amount(calendar.between(run.dueAt(), now), calendar) + " late " + what
                : amount(calendar.between(now, run.dueAt()), calendar) + " left " + what;
    }

    static boolean isLate(SlaClock run, Instant now) {
        return run.pausedSince().isEmpty() && run.dueAt().isBefore(now);
    }

    private static String what(Clock clock) {
        return switch (clock) {
            case ACCEPT -> "to accept";
            case FIRST_TOUCH -> "to be in touch";
            case UPDATE -> "for an update";
            case COMPLETE -> "to complete";
            case PAUSE -> "until it goes on";
            case GIVE_UP, UNKNOWN -> "until it ends";
        };
    }

    /** The two largest units: days of the calendar and hours, or hours and minutes. */
    private static String amount(Duration time, BusinessCalendar calendar) {
        long days = time.dividedBy(calendar.day());
        Duration rest = time.minus(calendar.day().multipliedBy(days));
        if (days > 0) {
            return days + " d" + (rest.toHours() > 0 ? " " + rest.toHours() + " h" : "");
        }
        return time.toHours() > 0
                ? time.toHours() + " h" + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "")
                : time.toMinutesPart() + " min";
    }
}
