package io.playcaller.router.staff;

import java.time.LocalDate;

/** Days on which somebody does not work, the last one included. */
public record Absence(LocalDate from, LocalDate until) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
