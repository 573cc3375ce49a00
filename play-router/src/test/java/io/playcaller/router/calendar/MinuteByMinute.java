package io.playcaller.router.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The naive reading of a calendar: asks each minute whether it counts. Slow, and obviously right. */
public final class MinuteByMinute {

    private final BusinessCalendar calendar;

    /** The local day that was asked about last, and its shifts: most minutes follow each other. */
    private LocalDate day = LocalDate.MIN;

    private List<Shift> shifts = List.of();

    public MinuteByMinute(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    public boolean counts(Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, calendar.zone());
        if (!local.toLocalDate().equals(day)) {
            day = local.toLocalDate();
            shifts = shiftsOn(day);
        }
        LocalTime time = local.toLocalTime();
        for (Shift shift : shifts) {
            if (holds(shift, time)) {
                return true;
            }
        }
        return false;
    }

    private List<Shift> shiftsOn(LocalDate date) {
        boolean off = calendar.holidays().containsKey(date)
                || calendar.away().stream().anyMatch(absence -> absence.covers(date));
        return off ? List.of() : calendar.week().getOrDefault(date.getDayOfWeek(), List.of());
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
