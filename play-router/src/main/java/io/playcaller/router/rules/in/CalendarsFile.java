package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.HolidayRegion;
import io.playcaller.router.calendar.Shift;
import io.playcaller.router.rules.Calendars;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code calendars.yaml}: zones, hours, days off: public ones, own ones, those of files. */
final class CalendarsFile {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final String OWN_DAY = "own day off";
    private static final Duration OFFICE_DAY = Duration.ofHours(8);

    private final HolidayRegions regions;
    private final Map<String, Map<LocalDate, String>> daysOfFiles;

    private CalendarsFile(HolidayRegions regions, Map<String, Map<LocalDate, String>> daysOfFiles) {
        this.regions = regions;
        this.daysOfFiles = daysOfFiles;
    }

    /** @param daysOfFiles the days of each {@code .ics} file, by its name */
    static Optional<Calendars> read(
            YamlMap file, HolidayRegions regions, Map<String, Map<LocalDate, String>> daysOfFiles) {
        return new CalendarsFile(regions, daysOfFiles).calendars(file);
    }

    private Optional<Calendars> calendars(YamlMap file) {
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        YamlMap all = file.map("calendars");
        for (String id : all.keys()) {
            calendar(id, all.map(id)).ifPresent(calendar -> calendars.put(id, calendar));
        }
        String standard = file.text("standard");
        Reading.known(file, "standard", standard, all.keys(), "calendar");
        file.rejectUnknown();
        return Optional.ofNullable(calendars.get(standard)).map(own -> new Calendars(calendars, own));
    }

    private Optional<BusinessCalendar> calendar(String id, YamlMap map) {
        Optional<ZoneId> zone = zone(map);
        Map<DayOfWeek, List<Shift>> week = week(map.map("hours"));
        Duration day = map.has("day") ? map.duration("day") : OFFICE_DAY;
        Map<LocalDate, String> holidays = holidays(map);
        map.rejectUnknown();
        boolean neverOpen = week.values().stream().allMatch(List::isEmpty);
        if (neverOpen || day.isNegative() || day.isZero()) {
            map.problem(neverOpen ? "hours" : "day", "leaves no business time", "state some");
            return Optional.empty();
        }
        return Optional.of(new BusinessCalendar(id, zone.orElse(ZoneOffset.UTC), week, holidays, day));
    }

    static Optional<ZoneId> zone(YamlMap map) {
        String zone = map.text("zone");
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            if (!zone.isEmpty()) {
                map.problem("zone", "there is no time zone " + zone, "write an IANA name such as Europe/Berlin");
            }
            return Optional.empty();
        }
    }

    private Map<LocalDate, String> holidays(YamlMap map) {
        Map<LocalDate, String> days = new HashMap<>();
        map.optionalText("public-holidays").ifPresent(region -> days.putAll(publicHolidays(map, region)));
        for (String name : map.has("ics") ? map.texts("ics") : List.<String>of()) {
            Reading.known(map, "ics", name, daysOfFiles.keySet(), "file of days off beside this one called");
            days.putAll(daysOfFiles.getOrDefault(name, Map.of()));
        }
        for (String text : map.has("holidays") ? map.texts("holidays") : List.<String>of()) {
            LocalDate date = Reading.date(map, "holidays", text);
            if (date != null) {
                days.put(date, OWN_DAY);
            }
        }
        return days;
    }

    private Map<LocalDate, String> publicHolidays(YamlMap map, String region) {
        Optional<HolidayRegion> known = regions.of(region);
        if (known.isEmpty()) {
            map.problem("public-holidays", "there is no region " + region, HolidaysFile.GRAMMAR);
        }
        return known.map(HolidayRegion::days).orElse(Map.of());
    }

    /** The stretches of each day of a week that is written by days. */
    static Map<DayOfWeek, List<Shift>> week(YamlMap map) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (String days : map.keys()) {
            List<Shift> shifts = shifts(map, days);
            int from = DAYS.indexOf(days.split("-", 2)[0]);
            int until = days.contains("-") ? DAYS.indexOf(days.split("-", 2)[1]) : from;
            if (from < 0 || until < from) {
                map.problem(days, "is no day of the week", "write mon … sun, or a stretch such as mon-fri");
                continue;
            }
            for (int day = from; day <= until; day++) {
                if (week.put(DayOfWeek.of(day + 1), shifts) != null) {
                    map.problem(days, "states " + DAYS.get(day) + " a second time", "state each day once");
                }
            }
        }
        return week;
    }

    private static List<Shift> shifts(YamlMap map, String days) {
        List<Shift> shifts = new ArrayList<>();
        for (String text : map.texts(days)) {
            Optional<Shift> shift = shift(text);
            shift.ifPresent(shifts::add);
            if (shift.isEmpty()) {
                map.problem(days, "is no stretch of hours: " + text, "write \"09:00-17:00\"; 24:00 ends the day");
            }
        }
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from().isBefore(shifts.get(i - 1).until())
                    || shifts.get(i - 1).until().equals(LocalTime.MIDNIGHT)) {
                map.problem(days, "has stretches that overlap or stand in the wrong order", "order them");
            }
        }
        return List.copyOf(shifts);
    }

    private static Optional<Shift> shift(String text) {
        Matcher matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String until = matcher.group(2).equals("24:00") ? "00:00" : matcher.group(2);
            return Optional.of(new Shift(LocalTime.parse(matcher.group(1)), LocalTime.parse(until)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
