package io.playcaller.router.sla;

import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.calendar.MinuteByMinute;
import io.playcaller.router.calendar.Shift;
import io.playcaller.router.rules.Calendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which minutes of some 400 days around 2026 count, by calendar: of people with an absence, and of their places. */
final class MinuteMaps {

    private static final Instant FIRST = Instant.parse("2025-12-15T00:00:00Z");
    private static final int DAYS = 430;
    private static final int DRAWN_DAYS = 390;
    private static final List<String> SHIPPED = List.of(
            "us-eastern",
            "us-pacific",
            "uk",
            "germany-by",
            "sweden",
            "israel",
            "uae",
            "australia-nsw",
            "brazil",
            "japan",
            "24x7");

    private final List<String> ids;
    private final Map<String, BusinessCalendar> people = new HashMap<>();
    private final Map<String, BitSet> ofPeople = new HashMap<>();
    private final Map<String, BitSet> ofPlaces = new HashMap<>();

    private MinuteMaps(List<BusinessCalendar> places) {
        SplittableRandom random = new SplittableRandom(5);
        BitSet all = new BitSet();
        all.set(0, DAYS * 1_440);
        for (BusinessCalendar place : places) {
            BusinessCalendar person = place.without(absences(random));
            people.put(place.id(), person);
            ofPlaces.put(place.id(), minutes(place, all));
            ofPeople.put(place.id(), minutes(person, ofPlaces.get(place.id())));
        }
        ids = places.stream().map(BusinessCalendar::id).toList();
    }

    static MinuteMaps of2026() {
        Calendars calendars = TestRules.read().calendars();
        Stream<BusinessCalendar> nights = Stream.of("Australia/Lord_Howe", "America/St_Johns", "Europe/Berlin")
                .map(MinuteMaps::nights);
        return new MinuteMaps(
                Stream.concat(SHIPPED.stream().map(calendars::of), nights).toList());
    }

    /** Works when the clocks change. */
    private static BusinessCalendar nights(String zone) {
        List<Shift> shifts = List.of(
                new Shift(LocalTime.of(1, 20), LocalTime.of(2, 40)),
                new Shift(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
        Map<DayOfWeek, List<Shift>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> shifts));
        return new BusinessCalendar("nights " + zone, ZoneId.of(zone), week, Map.of(), Duration.ofHours(3));
    }

    private static List<DayRange> absences(SplittableRandom random) {
        return Stream.generate(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)))
                .limit(12)
                .map(from -> new DayRange(from, from.plusDays(random.nextInt(6))))
                .toList();
    }

    /** @param among the minutes that may count */
    private static BitSet minutes(BusinessCalendar calendar, BitSet among) {
        MinuteByMinute counted = new MinuteByMinute(calendar);
        BitSet open = new BitSet();
        among.stream().filter(minute -> counted.counts(instant(minute))).forEach(open::set);
        return open;
    }

    String draw(SplittableRandom random) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** Half of them in the five days before a change of the clocks, where the zone has one. */
    Instant drawStart(SplittableRandom random, String id) {
        Instant any = FIRST.plus(random.nextInt(DRAWN_DAYS * 1_440), ChronoUnit.MINUTES);
        ZoneOffsetTransition change =
                people.get(id).zone().getRules().nextTransition(FIRST.plus(random.nextInt(330), ChronoUnit.DAYS));
        boolean within = change != null && change.getInstant().isBefore(FIRST.plus(DRAWN_DAYS, ChronoUnit.DAYS));
        return !within || random.nextBoolean()
                ? any
                : change.getInstant().minus(random.nextInt(5 * 1_440), ChronoUnit.MINUTES);
    }

    BusinessCalendar calendar(String id) {
        return people.get(id);
    }

    /**
     * The minutes that count, by {@link #index}.
     *
     * @param waits for the person, who may be away
     */
    BitSet open(String id, boolean waits) {
        return (waits ? ofPeople : ofPlaces).get(id);
    }

    boolean changesOffset(ClockLife life) {
        ZoneId zone = people.get(life.calendar()).zone();
        return !ZonedDateTime.ofInstant(life.start(), zone)
                .getOffset()
                .equals(ZonedDateTime.ofInstant(life.end(), zone).getOffset());
    }

    static int index(Instant minute) {
        return (int) ChronoUnit.MINUTES.between(FIRST, minute);
    }

    static Instant instant(int index) {
        return FIRST.plusSeconds(60L * index);
    }
}
