package io.playcaller.router.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The public holidays of a country, or of a state of one.
 *
 * @param holidays in the order in which those that fall on a weekend take the free days after it
 * @param bridges whether a weekday between two holidays is one too
 */
public record HolidayRegion(String id, List<Holiday> holidays, boolean bridges) {

    public HolidayRegion {
        holidays = List.copyOf(holidays);
    }

    /** All days off from one year to another, both included, each with its name. */
    public Map<LocalDate, String> days(int firstYear, int lastYear) {
        Map<LocalDate, String> days = new TreeMap<>();
        each(firstYear, lastYear, (holiday, date) -> days.merge(date, holiday.name(), HolidayRegion::both));
        each(firstYear, lastYear, (holiday, date) -> {
            if (holiday.movesFrom(date)) {
                days.putIfAbsent(moved(holiday, date, days), holiday.name() + " (observed)");
            }
        });
        if (bridges) {
            List.copyOf(days.keySet()).forEach(date -> bridge(date, days));
        }
        return days;
    }

    private interface Falls {
        void on(Holiday holiday, LocalDate date);
    }

    private void each(int firstYear, int lastYear, Falls falls) {
        IntStream.rangeClosed(firstYear, lastYear)
                .forEach(year ->
                        holidays.forEach(holiday -> holiday.rule().in(year).forEach(date -> falls.on(holiday, date))));
    }

    private static LocalDate moved(Holiday holiday, LocalDate date, Map<LocalDate, String> taken) {
        if (holiday.moves() == Holiday.Moves.WEEKEND_TO_NEAREST) {
            return date.getDayOfWeek() == DayOfWeek.SATURDAY ? date.minusDays(1) : date.plusDays(1);
        }
        LocalDate free = date.plusDays(1);
        while (free.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || taken.containsKey(free)) {
            free = free.plusDays(1);
        }
        return free;
    }

    private static void bridge(LocalDate date, Map<LocalDate, String> days) {
        LocalDate between = date.plusDays(1);
        if (days.containsKey(date.plusDays(2)) && between.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
            days.putIfAbsent(between, "between two holidays");
        }
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + ", " + other;
    }
}
