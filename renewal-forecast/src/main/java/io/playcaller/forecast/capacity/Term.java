package io.playcaller.forecast.capacity;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A quarter, or what is left of one.
 *
 * @param until first day after it
 */
record Term(LocalDate from, LocalDate until) {

    private static final int MONTHS = 3;

    /** What is left of the quarter of {@code today}: at least one working day, so the next one on the last weekend. */
    static Term rest(LocalDate today) {
        LocalDate first = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
        Term rest = new Term(today, first.plusMonths(MONTHS));
        return rest.workingDays() > 0 ? rest : rest.next();
    }

    Term next() {
        return new Term(until, until.plusMonths(MONTHS));
    }

    int workingDays() {
        return workingDays(from, until);
    }

    int workingDaysOfQuarter() {
        return workingDays(until.minusMonths(MONTHS), until);
    }

    /** Such as {@code 2026-Q1}. */
    String quarter() {
        return from.getYear() + "-Q" + ((from.getMonthValue() - 1) / MONTHS + 1);
    }

    /** Mondays to Fridays. */
    static int workingDays(LocalDate from, LocalDate until) {
        return (int) from.datesUntil(until)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
    }
}
