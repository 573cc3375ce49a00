package io.playcaller.router.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The naive reading of a calendar: asks each minute whether it counts. Slow, and obviously right. */
public final class MinuteByMinute {

    private final BusinessCalendar calendar;

    public MinuteByMinute(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    public boolean counts(Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, calendar.zone());
        return !calendar.holidays().containsKey(local.toLocalDate())
                && calendar.away().stream().noneMatch(absence -> absence.covers(local.toLocalDate()))
                && calendar.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
                        .anyMatch(shift -> holds(shift, local.toLocalTime()));
    }

    private static boolean holds(Shift shift, LocalTime time) {
        return !time.isBefore(shift.from())
                && (shift.until().equals(LocalTime.MIDNIGHT) || time.isBefore(shift.until()));
    }

    /** The end of the minute that is the {@code minutes}-th to count. */
    public Instant add(Instant from, int minutes) {
        Instant at = from;
        for (int left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
            if (counts(at)) {
                left--;
            }
        }
        return at;
    }

    public long between(Instant from, Instant until) {
        long counted = 0;
        for (Instant at = from; at.isBefore(until); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (counts(at)) {
                counted++;
            }
        }
        return counted;
    }
}
