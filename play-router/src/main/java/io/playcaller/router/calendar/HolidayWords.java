package io.playcaller.router.calendar;

import io.playcaller.router.calendar.Holiday.Moves;
import io.playcaller.router.calendar.HolidayRule.Before;
import io.playcaller.router.calendar.HolidayRule.Easter;
import io.playcaller.router.calendar.HolidayRule.From;
import io.playcaller.router.calendar.HolidayRule.Islamic;
import io.playcaller.router.calendar.HolidayRule.JapaneseEquinox;
import io.playcaller.router.calendar.HolidayRule.Nth;
import io.playcaller.router.calendar.HolidayRule.Once;
import io.playcaller.router.calendar.HolidayRule.Yearly;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads holidays as people write them: {@code 25 december, weekend to monday}, {@code last monday of may}. */
final class HolidayWords {

    private static final Map<String, Moves> MOVES = Map.of(
            "weekend to next", Moves.WEEKEND_TO_NEXT,
            "weekend to nearest", Moves.WEEKEND_TO_NEAREST,
            "sunday to next", Moves.SUNDAY_TO_NEXT);

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private static final List<String> ISLAMIC_MONTHS = List.of(
            "muharram",
            "safar",
            "rabi-1",
            "rabi-2",
            "jumada-1",
            "jumada-2",
            "rajab",
            "shaban",
            "ramadan",
            "shawwal",
            "dhu-al-qadah",
            "dhu-al-hijjah");

    private static final Pattern DAY = Pattern.compile("(\\d{1,2}) ([a-z0-9-]+)");
    private static final Pattern NTH = Pattern.compile("(first|second|third|fourth|last) ([a-z]+) of ([a-z]+)");
    private static final Pattern BESIDE = Pattern.compile("([a-z]+) (before|from) (\\d{1,2}) ([a-z]+)");
    private static final Pattern EASTER = Pattern.compile("easter(?: ([+-]) (\\d{1,2}))?");
    private static final Pattern EQUINOX = Pattern.compile("(spring|autumn) equinox of japan");

    private HolidayWords() {}

    static Optional<Holiday> read(String name, String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*", 2);
        Moves moves = parts.length == 1 ? Moves.NEVER : MOVES.get(parts[1]);
        return moves == null ? Optional.empty() : rules(parts[0]).map(rule -> new Holiday(name, rule, moves));
    }

    private static Optional<HolidayRule> rules(String words) {
        List<HolidayRule> rules = new ArrayList<>();
        for (String each : words.split(" and ", -1)) {
            Optional<HolidayRule> rule = rule(each);
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            rules.add(rule.get());
        }
        return Optional.of(rules.size() == 1 ? rules.get(0) : new HolidayRule.Any(rules));
    }

    private static Optional<HolidayRule> rule(String words) {
        Matcher equinox = EQUINOX.matcher(words);
        if (equinox.matches()) {
            return Optional.of(new JapaneseEquinox(equinox.group(1).equals("spring")));
        }
        Matcher easter = EASTER.matcher(words);
        if (easter.matches()) {
            int days = easter.group(2) == null ? 0 : Integer.parseInt(easter.group(2));
            return Optional.of(new Easter("-".equals(easter.group(1)) ? -days : days));
        }
        try {
            return dated(words);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws RuntimeException when it names a month, a weekday or a day that does not exist */
    private static Optional<HolidayRule> dated(String words) {
        Matcher nth = NTH.matcher(words);
        if (nth.matches()) {
            int ordinal = nth.group(1).equals("last") ? -1 : ORDINALS.indexOf(nth.group(1)) + 1;
            return Optional.of(new Nth(ordinal, weekday(nth.group(2)), month(nth.group(3))));
        }
        Matcher beside = BESIDE.matcher(words);
        if (beside.matches()) {
            MonthDay day = MonthDay.of(month(beside.group(4)), Integer.parseInt(beside.group(3)));
            DayOfWeek weekday = weekday(beside.group(1));
            return Optional.of(beside.group(2).equals("before") ? new Before(weekday, day) : new From(weekday, day));
        }
        Matcher day = DAY.matcher(words);
        if (!day.matches()) {
            return Optional.of(new Once(LocalDate.parse(words)));
        }
        int islamic = ISLAMIC_MONTHS.indexOf(day.group(2)) + 1;
        int number = Integer.parseInt(day.group(1));
        if (islamic > 0) {
            return number >= 1 && number <= 29 ? Optional.of(new Islamic(number, islamic)) : Optional.empty();
        }
        return Optional.of(new Yearly(MonthDay.of(month(day.group(2)), number)));
    }

    private static Month month(String name) {
        return Month.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
