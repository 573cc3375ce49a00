package io.playcaller.router.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of working time on one day, by the wall clock.
 *
 * @param until midnight means the end of the day
 */
public record Shift(LocalTime from, LocalTime until) {

    public Shift {
        if (!until.equals(LocalTime.MIDNIGHT) && !until.isAfter(from)) {
            throw new IllegalArgumentException("a shift ends after it begins: " + from + "-" + until);
        }
    }

    /** When it opens on a day. */
    public LocalDateTime opens(LocalDate day) {
        return day.atTime(from);
    }

    /** When it closes again. */
    public LocalDateTime closes(LocalDate day) {
        return until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(until);
    }
}
