package io.playcaller.router.rules.in;

import io.playcaller.router.calendar.HolidayRegion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The regions that a calendar may name: those of {@link PublicHolidays}, corrected, and those that are only listed. */
record HolidayRegions(Map<String, Correction> corrections) {

    /** What a region has and has not, other than the library says. */
    record Correction(Map<LocalDate, String> added, Set<LocalDate> removed) {

        Correction {
            added = Map.copyOf(added);
            removed = Set.copyOf(removed);
        }
    }

    HolidayRegions {
        corrections = Map.copyOf(corrections);
    }

    /** Corrections of a country hold for its states, too. Empty when nobody knows the region. */
    Optional<HolidayRegion> of(String id) {
        Optional<HolidayRegion> known = PublicHolidays.of(id);
        if (known.isEmpty() && corrections.containsKey(id)) {
            known = Optional.of(new HolidayRegion(id, Map.of()));
        }
        return known.map(this::corrected);
    }

    private HolidayRegion corrected(HolidayRegion region) {
        HolidayRegion corrected = region;
        for (int end = region.id().indexOf('-'); end >= 0; end = region.id().indexOf('-', end + 1)) {
            corrected = corrected(corrected, region.id().substring(0, end));
        }
        return corrected(corrected, region.id());
    }

    private HolidayRegion corrected(HolidayRegion region, String by) {
        Correction correction = corrections.get(by);
        return correction == null ? region : region.with(correction.added(), correction.removed());
    }
}
