package io.playcaller.forecast.capacity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A quarter, or what is left of one.
 *
 * @param until first day after it
 */
record Term(LocalDate from, LocalDate until) {

    private static final int MONTHS = 3;
    private static final int QUARTERS = 4;

    /** What is left of the quarter of {@code today}: at least one working day, so the next one on the last weekend. */
    static Term rest(LocalDate today) {
        LocalDate first = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
        Term rest = new Term(today, first.plusMonths(MONTHS));
        return rest.workingDays() > 0 ? rest : rest.next();
    }

    /** The terms of a plan: what is left of this quarter, and those after it. */
    static List<Term> ahead(LocalDate today, int quarters) {
        return Stream.iterate(rest(today), Term::next).limit(quarters).toList();
    }

    private Term next() {
        return new Term(until, until.plusMonths(MONTHS));
    }

    int workingDays() {
        return workingDays(from, until);
    }

    int workingDaysOfQuarter() {
        return workingDays(until.minusMonths(MONTHS), until);
    }

    /** What part of a year it is. */
    double ofYear() {
        return (double) workingDays() / workingDaysOfQuarter() / QUARTERS;
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
