package io.playcaller.forecast.day;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as it is written in a request: of a year of four digits. Of longer ones a table keeps another day than was said. */
public final class WrittenDay {

    private static final int LENGTH = "2026-01-01".length();
    private static final int LAST_YEAR = 9_999;

    private WrittenDay() {}

    /** @throws DateTimeException when it is none */
    public static LocalDate read(String text) {
        if (text.length() != LENGTH) {
            throw new DateTimeException("not a day of ten characters");
        }
        return LocalDate.parse(text);
    }

    /** Whether it can be written so. */
    public static boolean is(LocalDate day) {
        return day.getYear() >= 0 && day.getYear() <= LAST_YEAR;
    }
}
