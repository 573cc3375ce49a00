package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.rules.Calendars;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days off: of regions, of calendar files, of the calendar itself. */
class DaysOffFilesTest extends RulesFolder {

    @Test
    void daysOffComeFromTheRegionFromFilesAndFromTheCalendarItself() throws IOException {
        write("calendars.yaml", """
                standard: here
                calendars:
                  here:
                    zone: Europe/London
                    hours: {mon-fri: ["09:00-17:00"]}
                    public-holidays: gb-eng
                    ics: [company.ics]
                    holidays: ["2026-12-24"]
                """);
        write("company.ics", """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260706
                DTEND;VALUE=DATE:20260708
                SUMMARY:Summer retreat\\, all of
                  us
                BEGIN:VALARM
                TRIGGER:-PT15M
                DURATION:PT5M
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20200901
                RRULE:FREQ=YEARLY
                SUMMARY:Founders' day
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260303
                STATUS:CANCELLED
                SUMMARY:Called off
                END:VEVENT
                END:VCALENDAR
                """);

        Map<LocalDate, String> days = read().calendars().standard().holidays();

        assertThat(days)
                .containsEntry(LocalDate.of(2026, 12, 25), "Christmas")
                .containsEntry(LocalDate.of(2026, 12, 24), "own day off")
                .containsEntry(LocalDate.of(2026, 7, 6), "Summer retreat, all of us")
                .containsEntry(LocalDate.of(2026, 7, 7), "Summer retreat, all of us")
                .containsEntry(LocalDate.of(2027, 9, 1), "Founders' day")
                .doesNotContainKeys(LocalDate.of(2026, 7, 8), LocalDate.of(2026, 3, 3));
    }

    @Test
    void aCompanyAddsDaysToCountriesAndStatesAndRemovesSome() throws IOException {
        write("calendars.yaml", """
                standard: munich
                calendars:
                  munich: {zone: Europe/Berlin, public-holidays: de-by, hours: {mon-fri: ["09:00-17:00"]}}
                  rome: {zone: Europe/Rome, public-holidays: va, hours: {mon-fri: ["09:00-17:00"]}}
                """);
        write("holidays.yaml", """
                regions:
                  de: {added: {Founders' day: ["2026-09-01"]}, removed: ["2026-05-01"]}
                  de-by: {added: {Assumption of Mary: ["2026-08-15"]}, removed: ["2026-01-06"]}
                  va: {added: {Saint Peter and Saint Paul: ["2026-06-29"]}}
                """);

        Calendars calendars = read().calendars();

        assertThat(calendars.of("munich").holidays())
                .containsEntry(LocalDate.of(2026, 9, 1), "Founders' day")
                .containsEntry(LocalDate.of(2026, 8, 15), "Assumption of Mary")
                .containsEntry(LocalDate.of(2026, 12, 25), "1st Christmas day")
                .doesNotContainKeys(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 1, 6));
        assertThat(calendars.of("rome").holidays())
                .isEqualTo(Map.of(LocalDate.of(2026, 6, 29), "Saint Peter and Saint Paul"));
    }

    /** Whatever thread asks, on a machine of whatever language. */
    @Test
    void publicHolidaysAreFoundAndNamedAlikeEverywhere() {
        Locale locale = Locale.getDefault();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            Locale.setDefault(Locale.GERMANY);
            Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());

            assertThat(PublicHolidays.of("at").orElseThrow().days())
                    .containsEntry(LocalDate.of(2026, 8, 15), "Assumption day");
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
            Locale.setDefault(locale);
        }
    }

    @Test
    void theLibraryOfHolidaysIsPartOfTheVersion() {
        assertThat(PublicHolidays.VERSION).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void anotherCalendarFileIsAnotherVersion() throws IOException {
        RuleFiles files = new RuleFiles(Optional.of(directory));
        String before = files.contents().version();

        write("company.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");

        assertThat(files.contents().version()).isNotEqualTo(before);
    }

    @Test
    void daysOffThatCannotBeReadAreRefused() throws IOException {
        write("calendars.yaml", """
                standard: here
                calendars:
                  here: {zone: Europe/London, public-holidays: gb-eng, hours: {mon: ["09:00-17:00"]}, ics: [ours.ics]}
                  there: {zone: Europe/London, public-holidays: atlantis, hours: {mon: ["09:00-17:00"]}}
                """);
        write("holidays.yaml", """
                regions:
                  gb:
                    added: {Odd Day: ["2026-02-30"]}
                  gb-wales: {removed: ["2026-08-31"]}
                  uk: {added: {Some Day: ["2026-08-31"]}}
                """);
        write("company.ics", """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:20260706T090000Z
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260706
                RRULE:FREQ=WEEKLY
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(faults())
                .anySatisfy(starts("holidays.yaml:3 regions.gb.added.Odd Day: is no date: 2026-02-30"))
                .anySatisfy(starts("holidays.yaml:4 regions.gb-wales: there is no region gb-wales"))
                .anySatisfy(starts("holidays.yaml:5 regions.uk: there is no region uk"))
                .anySatisfy(starts("company.ics:3: is no whole day: 20260706T090000Z"))
                .anySatisfy(starts("company.ics:7: repeats in a way that is not read: FREQ=WEEKLY"))
                .anySatisfy(starts("calendars.yaml:3 calendars.here.ics: there is no file of days off"))
                .anySatisfy(starts("calendars.yaml:4 calendars.there.public-holidays: there is no region atlantis"));
    }
}
