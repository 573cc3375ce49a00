package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.calendar.Shift;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.silence.MaintenanceWindow;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.MatchersReading;
import io.playcaller.router.silence.Trait;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code windows.yaml}: times in which signals make no work. */
final class WindowsFile {

    private static final int MOST = 200;

    private final Set<String> plays;
    private final Set<String> names = new HashSet<>();

    private WindowsFile(Set<String> plays) {
        this.plays = plays;
    }

    static List<MaintenanceWindow> read(YamlMap file, PlayBook plays) {
        Set<String> keys = plays.plays().stream().map(Play::key).collect(Collectors.toUnmodifiableSet());
        List<YamlMap> maps = file.maps("windows");
        if (maps.size() > MOST) {
            file.problem("windows", "has " + maps.size() + " windows", "state at most " + MOST);
        }
        WindowsFile windows = new WindowsFile(keys);
        List<MaintenanceWindow> read = maps.stream().map(windows::window).toList();
        file.rejectUnknown();
        return read;
    }

    private MaintenanceWindow window(YamlMap map) {
        String name = map.text("name");
        if (!names.add(name)) {
            map.problem("name", "stands here twice: " + name, "give each window a name of its own");
        }
        Matchers matchers = new Matchers(traits(map, "match"), traits(map, "not"));
        if (matchers.isEmpty()) {
            map.problem("match", "is missing", "say which signals it is about, with match or not");
        }
        Optional<ZoneId> zone = CalendarsFile.zone(map);
        Map<DayOfWeek, List<Shift>> week = map.has("weekly") ? CalendarsFile.week(map.map("weekly")) : Map.of();
        List<DayRange> days = map.has("days") ? days(map.maps("days")) : List.of();
        if (week.isEmpty() && days.isEmpty()) {
            map.problem("weekly", "is missing", "add weekly or days");
        }
        MaintenanceWindow window = new MaintenanceWindow(
                name,
                map.text("because"),
                matchers,
                map.has("also-critical") && map.bool("also-critical"),
                zone.orElse(ZoneOffset.UTC),
                week,
                days);
        map.rejectUnknown();
        return window;
    }

    private Map<Trait, Set<String>> traits(YamlMap map, String key) {
        if (!map.has(key)) {
            return Map.of();
        }
        YamlMap traits = map.map(key);
        Map<String, List<String>> written = new LinkedHashMap<>();
        traits.keys().forEach(trait -> written.put(trait, traits.texts(trait)));
        return new MatchersReading(
                        plays,
                        (trait, found, expected) -> traits.problem(trait, "cannot be " + found, "write " + expected))
                .read(written);
    }

    private static List<DayRange> days(List<YamlMap> maps) {
        List<DayRange> ranges = new ArrayList<>();
        for (YamlMap map : maps) {
            LocalDate from = Reading.date(map, "from", map.text("from"));
            LocalDate until = Reading.date(map, "until", map.text("until"));
            map.rejectUnknown();
            if (from != null && until != null && until.isBefore(from)) {
                map.problem("until", "stands before from", "the last day is included");
            } else if (from != null && until != null) {
                ranges.add(new DayRange(from, until));
            }
        }
        return List.copyOf(ranges);
    }
}
