package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An administrator with a rhythm of their own; day 0 is a Monday. */
class KeyUserRhythmTest {

    private static final int YEAR = 400;
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    private static final Predicate<LocalDate> TURN_OF_THE_MONTH =
            day -> day.getDayOfMonth() <= 6 || day.getDayOfMonth() > day.lengthOfMonth() - 6;

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void whoComesOnTheFirstDaysOfAMonthIsNotMissedBeforeTheNext() {
        Story story = lived(day -> day.getDayOfMonth() <= 3, WEEKDAYS, YEAR);

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();
    }

    @Test
    void whoPausesAsTheirCustomerDoesEachMonthIsNotMissed() {
        Predicate<LocalDate> others = TURN_OF_THE_MONTH.or(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY);

        Story story = lived(TURN_OF_THE_MONTH, others, YEAR);

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();
    }

    @Test
    void whoCameOnEachWeekdayIsMissedAfterFourteenDays() {
        LocalDate stopped = Day.MONDAY.plusDays(100);

        Story story = lived(WEEKDAYS.and(day -> day.isBefore(stopped)), WEEKDAYS, 130);

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST).get(0).openedAt()).isEqualTo(Day.start(114));
    }

    @Test
    void whoCameTwiceAWeekIsMissedAfterFourteenDays() {
        Predicate<LocalDate> twice =
                day -> day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY;
        LocalDate stopped = Day.MONDAY.plusDays(100);

        Story story = lived(twice.and(day -> day.isBefore(stopped)), WEEKDAYS, 130);

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST).get(0).openedAt()).isEqualTo(Day.start(113));
    }

    @Test
    void whoComesOnceAWeekIsNotMissedBetween() {
        Story story = lived(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY, WEEKDAYS, YEAR);

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();
    }

    private Story lived(Predicate<LocalDate> administrator, Predicate<LocalDate> others, int days) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1));
        for (int i = 0; i < days; i++) {
            LocalDate day = Day.MONDAY.plusDays(i);
            if (administrator.test(day)) {
                story.fact(acme.used(Day.at(i, 9), "p1"));
            }
            if (others.test(day)) {
                boolean busy = administrator.test(day) || WEEKDAYS.equals(others);
                for (int person = 2; person <= (busy ? 8 : 3); person++) {
                    story.fact(acme.used(Day.at(i, 10), "p" + person));
                }
            }
            story.tick(Day.start(i + 1));
        }
        return story;
    }
}
