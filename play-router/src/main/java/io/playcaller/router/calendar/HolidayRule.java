package io.playcaller.router.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** On which days of a year a holiday falls. {@link HolidayWords} reads it as people write it. */
public sealed interface HolidayRule {

    Stream<LocalDate> in(int year);

    /** Each of several. */
    record Any(List<HolidayRule> rules) implements HolidayRule {

        public Any {
            rules = List.copyOf(rules);
        }

        @Override
        public Stream<LocalDate> in(int year) {
            return rules.stream().flatMap(rule -> rule.in(year));
        }
    }

    /** The same day each year; none in years without it. */
    record Yearly(MonthDay day) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return day.isValidYear(year) ? Stream.of(day.atYear(year)) : Stream.empty();
        }
    }

    /** One day of one year: what is proclaimed each time. */
    record Once(LocalDate date) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return date.getYear() == year ? Stream.of(date) : Stream.empty();
        }
    }

    /**
     * The n-th weekday of a month.
     *
     * @param ordinal from 1; -1 for the last
     */
    record Nth(int ordinal, DayOfWeek weekday, Month month) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return Stream.of(LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
        }
    }

    /** The last such weekday before a day of the year, that day not included. */
    record Before(DayOfWeek weekday, MonthDay day) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return Stream.of(day.atYear(year).with(TemporalAdjusters.previous(weekday)));
        }
    }

    /** The first such weekday from a day of the year on, that day included. */
    record From(DayOfWeek weekday, MonthDay day) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return Stream.of(day.atYear(year).with(TemporalAdjusters.nextOrSame(weekday)));
        }
    }

    /**
     * So many days after Easter Sunday of the Gregorian calendar, or before it where {@code days} is negative. Easter by
     * the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
     */
    record Easter(int days) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            return Stream.of(sunday(year).plusDays(days));
        }

        private static LocalDate sunday(int year) {
            int golden = year % 19;
            int century = year / 100;
            int correction = (century - (century + 8) / 25 + 1) / 3;
            int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
            int toSunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
            int late = (golden + 11 * epact + 22 * toSunday) / 451;
            int day = epact + toSunday - 7 * late + 114;
            return LocalDate.of(year, day / 31, day % 31 + 1);
        }
    }

    /**
     * A day of the Islamic calendar by its tabulation of Umm al-Qura; where the moon decides, what is proclaimed may lie a
     * day beside it. Some years have such a day twice.
     *
     * @param month 1 is Muharram
     */
    record Islamic(int day, int month) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
            return IntStream.rangeClosed(first, first + 2)
                    .mapToObj(hijri ->
                            LocalDate.from(HijrahDate.of(hijri, month, 1)).plusDays(day - 1L))
                    .filter(date -> date.getYear() == year);
        }
    }

    /** The day of an equinox in Japan, by the usual approximation for 1980 to 2099. */
    record JapaneseEquinox(boolean spring) implements HolidayRule {

        @Override
        public Stream<LocalDate> in(int year) {
            int since = year - 1980;
            long day = ((spring ? 20_843_100L : 23_248_800L) + 242_194L * since) / 1_000_000 - since / 4;
            return Stream.of(LocalDate.of(year, spring ? 3 : 9, (int) day));
        }
    }
}
