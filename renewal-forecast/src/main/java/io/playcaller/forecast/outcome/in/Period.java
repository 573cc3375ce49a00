package io.playcaller.forecast.outcome.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.day.WrittenDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A period that a request names: from its first day to the first day after it. */
record Period(LocalDate from, LocalDate until) {

    /** Three years: what is answered is not told in pages. */
    private static final int MOST_DAYS = 1_100;

    /** @throws ProblemException 400 that names the field */
    static Period of(@Nullable String from, @Nullable String until) {
        LocalDate first = day("from", from);
        LocalDate end = day("until", until);
        if (!end.isAfter(first)) {
            throw refused("until", "a day after " + first, end.toString());
        }
        if (ChronoUnit.DAYS.between(first, end) > MOST_DAYS) {
            throw refused("until", "at most %d days after from".formatted(MOST_DAYS), end.toString());
        }
        return new Period(first, end);
    }

    /** @throws ProblemException 400 that names the field */
    static LocalDate day(String field, @Nullable String text) {
        try {
            return WrittenDay.read(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw refused(field, "a day, such as 2026-01-01", text == null ? "nothing" : text);
        }
    }

    /** A day that has come. @throws ProblemException 400 that names the field */
    static LocalDate dayUpTo(LocalDate today, String field, @Nullable String text) {
        LocalDate day = day(field, text);
        if (day.isAfter(today)) {
            throw refused(field, "a day up to today, " + today, day.toString());
        }
        return day;
    }

    static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("outcome.invalid", field, expected, actual));
    }
}
