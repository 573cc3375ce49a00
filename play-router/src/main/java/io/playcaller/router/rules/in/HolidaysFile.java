package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.calendar.Holiday;
import io.playcaller.router.calendar.HolidayRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code holidays.yaml}: the public holidays of countries and states. */
final class HolidaysFile {

    /** Before it there are none. */
    static final int FIRST_YEAR = 2024;

    /** After it there are none. */
    static final int LAST_YEAR = 2073;

    private HolidaysFile() {}

    static Map<String, HolidayRegion> read(YamlMap file) {
        YamlMap all = file.map("regions");
        Map<String, HolidayRegion> regions = new LinkedHashMap<>();
        for (String id : all.keys()) {
            regions.put(id, region(id, all.map(id), regions));
        }
        file.rejectUnknown();
        return regions;
    }

    /** @param above the regions that stand above it in the file, on which it may build */
    private static HolidayRegion region(String id, YamlMap map, Map<String, HolidayRegion> above) {
        List<Holiday> holidays = new ArrayList<>();
        Optional<HolidayRegion> base = map.optionalText("as")
                .map(word -> Reading.known(map, "as", word, above.keySet(), "region above it"))
                .map(above::get);
        base.ifPresent(region -> holidays.addAll(region.holidays()));
        if (!map.has("as") || map.has("days")) {
            YamlMap days = map.map("days");
            days.keys().forEach(name -> holiday(days, name).ifPresent(holidays::add));
        }
        boolean bridges = map.has("bridges") && map.bool("bridges");
        map.rejectUnknown();
        return new HolidayRegion(id, holidays, bridges);
    }

    private static Optional<Holiday> holiday(YamlMap days, String name) {
        String text = days.text(name);
        Optional<Holiday> holiday = Holiday.parse(name, text);
        if (holiday.isEmpty() && !text.isEmpty()) {
            days.problem(name, "is no day: " + text, "write one " + Holiday.GRAMMAR);
        }
        return holiday;
    }
}
