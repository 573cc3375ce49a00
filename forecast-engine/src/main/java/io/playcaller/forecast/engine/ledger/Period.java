package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;

/**
 * A span of days.
 *
 * @param from its first day
 * @param until the first day after it
 */
public record Period(LocalDate from, LocalDate until) {

    private static final int MONTHS = 3;

    public Period {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a period ends after it starts: " + from + " to " + until);
        }
    }

    /** The calendar quarter that a day lies in. */
    public static Period quarterOf(LocalDate day) {
        LocalDate first = day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
        return new Period(first, first.plusMonths(MONTHS));
    }

    /** The quarter before one. */
    public Period quarterBefore() {
        return quarterOf(from.minusDays(1));
    }
}
