package io.playcaller.router.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import io.playcaller.router.rules.Calendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped holidays against the weekdays off of a year, listed by hand. */
class PublicHolidaysTest {

    private final Calendars calendars = TestRules.read().calendars();

    @ParameterizedTest
    @CsvSource({
        "uk,2026,01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "uk,2027,01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "us-eastern,2026,01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "us-eastern,2027,01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "ireland,2026,01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-28",
        "germany,2026,01-01 04-03 04-06 05-01 05-14 05-25 12-25",
        "germany-by,2026,01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25",
        "germany-sn,2026,01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25",
        "france,2026,01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25",
        "netherlands,2026,01-01 04-06 04-27 05-14 05-25 12-25",
        "sweden,2026,01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31",
        "poland,2026,01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25",
        "singapore,2026,01-01 02-17 02-18 04-03 05-01 05-27 06-01 08-10 11-09 12-25",
        "australia-nsw,2026,01-01 01-26 04-03 04-06 04-27 06-08 10-05 12-25 12-28",
        "japan,2026,01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12"
                + " 11-03 11-23",
        "brazil,2026,01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25",
        "canada-on,2026,01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-28",
        "israel,2026,04-02 04-08 04-22 05-22 09-21",
        "spain,2026,01-01 01-06 04-03 05-01 10-12 12-08 12-25",
        "india,2026,01-26 10-02",
        "australia-vic,2026,01-01 01-26 03-09 04-03 04-06 06-08 09-25 11-03 12-25 12-28",
        "canada-bc,2026,01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25",
        "uae,2026,01-01 03-20 05-26 05-27 05-28 05-29 06-16 08-25 12-02 12-03",
    })
    void theWeekdaysOffAreThoseOfTheYear(String calendar, int year, String expected) {
        assertThat(weekdaysOff(calendar, year)).containsExactlyElementsOf(days(expected, year));
    }

    /** In 2028 the days in which they differ are no weekends. */
    @ParameterizedTest
    @CsvSource({
        "germany,''",
        "germany-bw,01-06 06-15 11-01",
        "germany-by,01-06 06-15 11-01",
        "germany-be,03-08",
        "germany-bb,10-31",
        "germany-hb,10-31",
        "germany-hh,10-31",
        "germany-he,06-15",
        "germany-mv,03-08 10-31",
        "germany-ni,10-31",
        "germany-nw,06-15 11-01",
        "germany-rp,06-15 11-01",
        "germany-sl,06-15 08-15 11-01",
        "germany-sn,10-31 11-22",
        "germany-st,01-06 10-31",
        "germany-sh,10-31",
        "germany-th,09-20 10-31",
    })
    void eachGermanStateHasItsOwnBesidesThoseOfTheCountry(String calendar, String own) {
        assertThat(weekdaysOff(calendar, 2028))
                .containsExactlyInAnyOrderElementsOf(
                        days("04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26 " + own, 2028));
    }

    @Test
    void aDayOffHasAName() {
        BusinessCalendar london = calendars.of("uk");

        assertThat(london.whyOff(LocalDate.of(2026, 12, 24))).isEmpty();
        assertThat(london.whyOff(LocalDate.of(2026, 12, 25))).contains("Christmas");
        assertThat(london.whyOff(LocalDate.of(2026, 12, 26))).contains("Boxing Day");
        assertThat(london.whyOff(LocalDate.of(2026, 12, 28))).contains("Boxing Day (observed)");
        assertThat(london.whyOff(LocalDate.of(2026, 12, 27))).contains("no hours");
        assertThat(london.whyOff(LocalDate.of(2026, 12, 29))).isEmpty();
        assertThat(calendars.of("germany").whyOff(LocalDate.of(2026, 4, 3))).contains("Good Friday");
        assertThat(calendars.of("japan").whyOff(LocalDate.of(2027, 2, 23))).contains("Emperor's Birthday");
    }

    @Test
    void whatIsDueOverChristmasIsDueAfterIt() {
        Instant christmasEve = Instant.parse("2026-12-24T16:30:00Z");

        assertThat(calendars.of("uk").add(christmasEve, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-12-29T10:30:00Z"));
    }

    @Test
    void aPersonsAbsenceDoesNotCount() {
        BusinessCalendar ana =
                calendars.of("uk").without(List.of(new DayRange(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11))));
        Instant monday = Instant.parse("2026-03-09T16:00:00Z");

        assertThat(ana.add(monday, Duration.ofHours(2))).isEqualTo(Instant.parse("2026-03-12T10:00:00Z"));
        assertThat(ana.ofPlace().add(monday, Duration.ofHours(2))).isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
        assertThat(ana.whyOff(LocalDate.of(2026, 3, 10))).contains("away");
    }

    @Test
    void whoIsNeverThereAgainHasThePlacesDays() {
        BusinessCalendar gone = calendars
                .of("uk")
                .without(List.of(new DayRange(LocalDate.of(2026, 3, 10), LocalDate.of(2099, 12, 31))));

        assertThat(gone.add(Instant.parse("2026-03-09T16:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
    }

    private static List<LocalDate> days(String monthDays, int year) {
        return Arrays.stream(monthDays.strip().split(" "))
                .map(day -> MonthDay.parse("--" + day).atYear(year))
                .toList();
    }

    private List<LocalDate> weekdaysOff(String calendar, int year) {
        return calendars.of(calendar).holidays().keySet().stream()
                .filter(date -> date.getYear() == year && date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .sorted()
                .toList();
    }
}
