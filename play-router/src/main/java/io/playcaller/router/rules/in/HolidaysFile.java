package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.rules.in.HolidayRegions.Correction;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code holidays.yaml}: the days that a country or state has besides those of {@link PublicHolidays}, and that it has not. */
final class HolidaysFile {

    /** As the second part of a fault. */
    static final String GRAMMAR =
            "write a country, and a state of it, as in ISO 3166-2 and in lower case, such as gb-eng; "
                    + "the days of a country that is not known may be listed in holidays.yaml";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private HolidaysFile() {}

    static HolidayRegions read(YamlMap file) {
        YamlMap all = file.map("regions");
        Map<String, Correction> corrections = new LinkedHashMap<>();
        for (String id : all.keys()) {
            Correction correction = correction(all.map(id));
            boolean known = PublicHolidays.hasCountryOf(id)
                    ? PublicHolidays.of(id).isPresent()
                    : isCountry(id) && !correction.added().isEmpty();
            if (!known) {
                all.problem(id, "there is no region " + id, GRAMMAR);
            }
            corrections.put(id, correction);
        }
        file.rejectUnknown();
        return new HolidayRegions(corrections);
    }

    private static boolean isCountry(String id) {
        String country = id.split("-", 2)[0];
        return country.equals(country.toLowerCase(Locale.ROOT)) && COUNTRIES.contains(country.toUpperCase(Locale.ROOT));
    }

    private static Correction correction(YamlMap map) {
        Map<LocalDate, String> added = new LinkedHashMap<>();
        if (map.has("added")) {
            YamlMap days = map.map("added");
            days.keys().forEach(name -> dates(days, name).forEach(date -> added.put(date, name)));
        }
        Set<LocalDate> removed = map.has("removed") ? dates(map, "removed") : Set.of();
        map.rejectUnknown();
        return new Correction(added, removed);
    }

    private static Set<LocalDate> dates(YamlMap map, String key) {
        Set<LocalDate> dates = new HashSet<>();
        for (String text : map.texts(key)) {
            LocalDate date = Reading.date(map, key, text);
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }
}
