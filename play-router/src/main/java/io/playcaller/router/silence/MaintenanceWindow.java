package io.playcaller.router.silence;

import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.calendar.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times that come again, or are known long before, in which signals make no work.
 *
 * @param key names it among all windows
 * @param because for people
 * @param zone by whose clocks it opens and closes
 * @param week stretches of each week
 * @param days whole days
 */
public record MaintenanceWindow(
        String key,
        String because,
        Matchers matchers,
        boolean alsoCritical,
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> week,
        List<DayRange> days)
        implements Quiet {

    public MaintenanceWindow {
        week = Map.copyOf(week);
        days = List.copyOf(days);
    }

    @Override
    public String name() {
        return "window/" + key;
    }

    @Override
    public String title() {
        return "The maintenance window " + key + " (" + because + ")";
    }

    /** Until its present stretch ends, also where the next one begins there. */
    @Override
    public Optional<Instant> until(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        Stream<LocalDateTime> ofWeek = week.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                .filter(shift -> isIn(shift, local.toLocalDateTime()))
                .map(shift -> shift.closes(local.toLocalDate()));
        Stream<LocalDateTime> ofDays = days.stream()
                .filter(range -> range.covers(local.toLocalDate()))
                .map(range -> range.until().plusDays(1).atStartOfDay());
        return Stream.concat(ofWeek, ofDays)
                .max(Comparator.naturalOrder())
                .map(end -> ZonedDateTime.ofLocal(end, zone, local.getOffset()).toInstant());
    }

    private static boolean isIn(Shift shift, LocalDateTime local) {
        return !local.isBefore(shift.opens(local.toLocalDate())) && local.isBefore(shift.closes(local.toLocalDate()));
    }
}
