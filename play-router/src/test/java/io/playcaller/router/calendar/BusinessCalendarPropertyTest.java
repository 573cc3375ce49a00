package io.playcaller.router.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Calendars of all kinds of zones, shifts and holidays, most cases within days of a change of the clocks. */
class BusinessCalendarPropertyTest {

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/London",
                    "America/New_York",
                    "America/St_Johns",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "America/Santiago",
                    "Asia/Kolkata",
                    "Pacific/Apia",
                    "Etc/UTC")
            .map(ZoneId::of)
            .toList();

    @Property(tries = 400)
    void dueInstantsAreThoseOfCountingMinutes(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 2_000) int minutes) {
        assertThat(calendar.add(from, Duration.ofMinutes(minutes)))
                .isEqualTo(new MinuteByMinute(calendar).add(from, minutes));
    }

    @Property(tries = 400)
    void elapsedTimeIsThatOfCountingMinutes(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 20_000) int minutes) {
        Instant until = from.plus(minutes, ChronoUnit.MINUTES);

        assertThat(calendar.between(from, until))
                .isEqualTo(Duration.ofMinutes(new MinuteByMinute(calendar).between(from, until)));
    }

    @Property(tries = 1_000)
    void addingInPartsIsAddingAtOnce(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 100_000) int oneSeconds,
            @ForAll @IntRange(max = 100_000) int otherSeconds) {
        Duration one = Duration.ofSeconds(oneSeconds);
        Duration other = Duration.ofSeconds(otherSeconds);

        assertThat(calendar.add(calendar.add(from, one), other)).isEqualTo(calendar.add(from, one.plus(other)));
    }

    @Property(tries = 1_000)
    void whatWasAddedHasElapsed(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 500_000) int seconds) {
        Duration amount = Duration.ofSeconds(seconds);

        assertThat(calendar.between(from, calendar.add(from, amount))).isEqualTo(amount);
    }

    /** Half of them within three days of a change of the clocks somewhere. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2029-12-31T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        Arbitrary<Instant> nearChange = Combinators.combine(
                        Arbitraries.of(ZONES), any, Arbitraries.integers().between(-4_320, 4_320))
                .as((zone, at, offset) -> {
                    var change = zone.getRules().nextTransition(at);
                    return change == null ? at : change.getInstant().plus(offset, ChronoUnit.MINUTES);
                });
        return Arbitraries.oneOf(any, nearChange);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<Map<LocalDate, String>> holidays = Arbitraries.integers()
                .between(0, 2_000)
                .set()
                .ofMaxSize(400)
                .map(days -> days.stream()
                        .collect(
                                Collectors.toMap(day -> LocalDate.of(2024, 1, 1).plusDays(day), day -> "day off")));
        return Combinators.combine(Arbitraries.of(ZONES), weeks(), holidays)
                .as((zone, week, days) -> new BusinessCalendar("any", zone, week, days, Duration.ofHours(8)));
    }

    private static Arbitrary<Map<DayOfWeek, List<Shift>>> weeks() {
        return shifts().list().ofSize(7).map(days -> {
            Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
            for (int day = 0; day < 7; day++) {
                week.put(DayOfWeek.of(day + 1), days.get(day));
            }
            week.computeIfPresent(
                    DayOfWeek.TUESDAY,
                    (day, shifts) ->
                            shifts.isEmpty() ? List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(17, 0))) : shifts);
            return week;
        });
    }

    /** None, one or two, some across the hours in which clocks change, some whole days. */
    private static Arbitrary<List<Shift>> shifts() {
        Arbitrary<List<Shift>> cut = Arbitraries.integers()
                .between(0, 1_440)
                .set()
                .ofSize(4)
                .map(minutes -> minutes.stream().sorted().toList())
                .map(edges -> {
                    List<Shift> shifts = new ArrayList<>();
                    shifts.add(new Shift(time(edges.get(0)), time(edges.get(1))));
                    shifts.add(new Shift(time(edges.get(2)), time(edges.get(3))));
                    return shifts;
                });
        return Arbitraries.oneOf(
                cut,
                Arbitraries.of(
                        List.of(),
                        List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                        List.of(new Shift(LocalTime.of(1, 30), LocalTime.of(2, 30)))));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
