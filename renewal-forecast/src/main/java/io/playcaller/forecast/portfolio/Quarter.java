package io.playcaller.forecast.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar quarter in UTC. */
public record Quarter(int year, int number) {

    private static final int MONTHS = 3;
    private static final Pattern TEXT = Pattern.compile("(\\d{4})-Q([1-4])");

    /** The quarter that {@code day} lies in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The quarter of a text such as {@code 2026-Q1}; empty when it names none. */
    public static Optional<Quarter> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
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
