package io.playcaller.forecast.portfolio;

import java.time.LocalDate;

/** A calendar quarter in UTC. */
public record Quarter(int year, int number) {

    private static final int MONTHS = 3;

    /** The quarter that {@code day} lies in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** The first day after it. */
    public LocalDate end() {
        return firstDay().plusMonths(MONTHS);
    }

    public Quarter next() {
        return of(end());
    }

    /** Such as {@code 2026-Q1}. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
