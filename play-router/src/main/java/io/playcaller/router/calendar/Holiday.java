package io.playcaller.router.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A public holiday.
 *
 * @param moves whether another day is free when it falls on a weekend
 */
public record Holiday(String name, HolidayRule rule, Moves moves) {

    /** What happens when it falls on a weekend. The day itself stays a holiday. */
    public enum Moves {
        NEVER,
        /** The next weekday that is no holiday is free too. */
        WEEKEND_TO_NEXT,
        /** Saturday: the Friday before is free too; Sunday: the Monday after. */
        WEEKEND_TO_NEAREST,
        /** Sunday only: the next weekday that is no holiday is free too. */
        SUNDAY_TO_NEXT
    }

    /** Said in every refusal. */
    public static final String GRAMMAR = "such as 25 december, first monday of may, monday before 25 may, "
            + "friday from 19 june, easter + 1, 1 shawwal or 2026-02-17, several with \"and\"; "
            + "then, if another day is free instead, \", weekend to next\", \", weekend to nearest\" or \", sunday to next\"";

    /** Empty when {@code text} is none; {@link #GRAMMAR} says what is. */
    public static Optional<Holiday> parse(String name, String text) {
        return HolidayWords.read(name, text);
    }

    /** Whether a further day is free for it when it falls on {@code date}. */
    boolean movesFrom(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return switch (moves) {
            case NEVER -> false;
            case WEEKEND_TO_NEXT, WEEKEND_TO_NEAREST -> weekday.compareTo(DayOfWeek.FRIDAY) > 0;
            case SUNDAY_TO_NEXT -> weekday == DayOfWeek.SUNDAY;
        };
    }
}
