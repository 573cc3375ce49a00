package io.playcaller.router.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final Duration DAY = Duration.ofHours(8);
    private static final List<Shift> OFFICE = List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    private static final List<Shift> ALL_DAY = List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    private final BusinessCalendar london = office("Europe/London", Map.of());

    @Test
    void anHourBeforeTheEndOfFridayLeavesTheRestForMonday() {
        Instant fridayAt4 = Instant.parse("2026-02-06T16:00:00Z");

        assertThat(london.add(fridayAt4, Duration.ofHours(3))).isEqualTo(Instant.parse("2026-02-09T11:00:00Z"));
    }

    @Test
    void whatFitsExactlyEndsWithTheDayAndNotWithTheNext() {
        Instant fridayAt4 = Instant.parse("2026-02-06T16:00:00Z");

        assertThat(london.add(fridayAt4, Duration.ofHours(1))).isEqualTo(Instant.parse("2026-02-06T17:00:00Z"));
    }

    @Test
    void businessTimeOfASundayBeginsOnMonday() {
        Instant sunday = Instant.parse("2026-02-08T12:00:00Z");

        assertThat(london.add(sunday, Duration.ofMinutes(30))).isEqualTo(Instant.parse("2026-02-09T09:30:00Z"));
    }

    @Test
    void holidaysDoNotCount() {
        BusinessCalendar withHoliday = office("Europe/London", Map.of(LocalDate.of(2026, 2, 9), "Monday off"));

        assertThat(withHoliday.add(Instant.parse("2026-02-06T16:30:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-02-10T09:30:00Z"));
    }

    @Test
    void aBusinessDayOverTheSpringChangeEndsAtTheSameWallTime() {
        // Given: clocks go forward on Sunday 29 March 2026
        Instant fridayNoon = Instant.parse("2026-03-27T12:00:00Z");

        // When
        Instant due = london.add(fridayNoon, DAY);

        // Then: Monday noon in London is 11:00 UTC
        assertThat(due).isEqualTo(Instant.parse("2026-03-30T11:00:00Z"));
    }

    @Test
    void aBusinessDayOverTheAutumnChangeEndsAtTheSameWallTime() {
        Instant fridayNoon = Instant.parse("2026-10-23T11:00:00Z");

        assertThat(london.add(fridayNoon, DAY)).isEqualTo(Instant.parse("2026-10-26T12:00:00Z"));
    }

    @Test
    void theDayOfTheSpringChangeHas23HoursAndThatOfAutumn25() {
        BusinessCalendar always = always("Europe/London");

        assertThat(always.between(local("2026-03-29"), local("2026-03-30"))).isEqualTo(Duration.ofHours(23));
        assertThat(always.between(local("2026-10-25"), local("2026-10-26"))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void elapsedTimeIsZeroWhenTheEndStandsBeforeTheBeginning() {
        assertThat(london.between(local("2026-02-10"), local("2026-02-06"))).isZero();
    }

    @Test
    void aCalendarWithoutHoursIsRefused() {
        assertThatThrownBy(() -> new BusinessCalendar("none", ZoneId.of("Etc/UTC"), Map.of(), Map.of(), DAY))
                .hasMessageContaining("no working hours");
    }

    private static Instant local(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    private static BusinessCalendar office(String zone, Map<LocalDate, String> holidays) {
        Map<DayOfWeek, List<Shift>> week = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .collect(Collectors.toMap(day -> day, day -> OFFICE));
        return new BusinessCalendar("office", ZoneId.of(zone), week, holidays, DAY);
    }

    private static BusinessCalendar always(String zone) {
        Map<DayOfWeek, List<Shift>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> ALL_DAY));
        return new BusinessCalendar("always", ZoneId.of(zone), week, Map.of(), Duration.ofHours(24));
    }
}
