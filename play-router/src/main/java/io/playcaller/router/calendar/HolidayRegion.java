package io.playcaller.router.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days off of a country, or of a state of one.
 *
 * @param id its code of ISO 3166-2 in lower case: {@code gb}, {@code gb-eng}
 * @param days each with its name
 */
public record HolidayRegion(String id, Map<LocalDate, String> days) {

    public HolidayRegion {
        days = Map.copyOf(days);
    }

    /** The same with further days and without some; a day that is among both is one of it. */
    public HolidayRegion with(Map<LocalDate, String> added, Set<LocalDate> removed) {
        Map<LocalDate, String> corrected = new TreeMap<>(days);
        corrected.keySet().removeAll(removed);
        corrected.putAll(added);
        return new HolidayRegion(id, corrected);
    }
}
