package io.playcaller.router.calendar;

import java.time.LocalDate;

/** Days from one to another, both included. */
public record DayRange(LocalDate from, LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** How many they are. */
    public long days() {
        return until.toEpochDay() - from.toEpochDay() + 1;
    }
}
