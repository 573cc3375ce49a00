package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days off in a calendar file (RFC 5545): the events that last whole days, single or once a year. Any other event is a
 * fault, since leaving it out would leave a day out that somebody counts on.
 */
final class IcsFile {

    private static final int LONGEST_DAYS = 366;
    private static final List<String> NOT_READ = List.of("RDATE", "EXDATE");

    private final String file;
    private final ConfigProblems problems;
    private final Map<LocalDate, String> days = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Property> event = new HashMap<>();

    /** @param file as people know it */
    IcsFile(String file, ConfigProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param value of a line such as {@code DTSTART;VALUE=DATE:20261225} */
    private record Property(int line, String name, String value) {

        static Optional<Property> of(int line, String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String name = text.substring(0, colon).split(";", 2)[0].toUpperCase(Locale.ROOT);
            return Optional.of(
                    new Property(line, name, text.substring(colon + 1).strip()));
        }
    }

    Map<LocalDate, String> days(String text) {
        List<Property> properties = properties(text);
        if (properties.isEmpty() || !properties.get(0).value().equals("VCALENDAR")) {
            problem(1, "is no calendar file", "export one as iCalendar");
            return days;
        }
        properties.forEach(this::take);
        return days;
    }

    /** Lines that begin with a space go on with the one before. */
    private static List<Property> properties(String text) {
        List<Property> properties = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); ) {
            int first = at;
            StringBuilder whole = new StringBuilder(lines.get(at++));
            while (at < lines.size() && lines.get(at).matches("[ \\t].*")) {
                whole.append(lines.get(at++).substring(1));
            }
            Property.of(first + 1, whole.toString()).ifPresent(properties::add);
        }
        return properties;
    }

    private void take(Property property) {
        switch (property.name()) {
            case "BEGIN" -> {
                open.push(property.value());
                if (property.value().equals("VEVENT")) {
                    event.clear();
                }
            }
            case "END" -> {
                if ("VEVENT".equals(open.poll())) {
                    close(property.line());
                }
            }
            default -> {
                if ("VEVENT".equals(open.peek())) {
                    event.put(property.name(), property);
                }
            }
        }
    }

    private void close(int end) {
        Property status = event.get("STATUS");
        if (status != null && status.value().equals("CANCELLED")) {
            return;
        }
        for (String name : NOT_READ) {
            refuse(event.get(name));
        }
        Property start = event.get("DTSTART");
        if (start == null) {
            problem(end, "an event has no DTSTART", "give it a day");
            return;
        }
        Optional<LocalDate> first = day(start);
        Optional<LocalDate> after = first.flatMap(this::after);
        if (after.isEmpty()) {
            return;
        }
        LocalDate until = after.get();
        if (!until.isAfter(first.get()) || until.isAfter(first.get().plusDays(LONGEST_DAYS))) {
            problem(start.line(), "lasts no day, or more than " + LONGEST_DAYS, "DTEND is the day after the last");
            return;
        }
        add(first.get(), until);
    }

    private void refuse(@Nullable Property property) {
        if (property != null) {
            problem(property.line(), property.name() + " is not read", "list the days one by one");
        }
    }

    /** The day after the last. */
    private Optional<LocalDate> after(LocalDate first) {
        Property end = event.get("DTEND");
        Property duration = event.get("DURATION");
        if (end != null) {
            return day(end);
        }
        if (duration == null) {
            return Optional.of(first.plusDays(1));
        }
        try {
            return Optional.of(first.plus(Period.parse(duration.value())));
        } catch (DateTimeException e) {
            problem(duration.line(), "is no number of days: " + duration.value(), "write P1D");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(Property property) {
        try {
            return Optional.of(LocalDate.parse(property.value(), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            problem(property.line(), "is no whole day: " + property.value(), "write VALUE=DATE:20261225");
            return Optional.empty();
        }
    }

    private void add(LocalDate first, LocalDate after) {
        Property rule = event.get("RRULE");
        boolean yearly = rule != null && rule.value().matches("FREQ=YEARLY(;INTERVAL=1)?");
        if (rule != null && !yearly) {
            problem(rule.line(), "repeats in a way that is not read: " + rule.value(), "list the days one by one");
            return;
        }
        Property summary = event.get("SUMMARY");
        String name = summary == null ? file : summary.value().replaceAll("\\\\([,;\\\\])", "$1");
        for (int years = 0; years == 0 || (yearly && first.getYear() + years <= PublicHolidays.LAST_YEAR); years++) {
            int later = years;
            first.datesUntil(after).forEach(day -> days.put(day.plusYears(later), name));
        }
    }

    private void problem(int line, String message, String fix) {
        problems.add(new ConfigProblem(file, line, "", message, fix));
    }
}
