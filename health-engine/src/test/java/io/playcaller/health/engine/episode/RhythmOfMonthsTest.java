package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten people use the product on busy weekdays, and one of them on the others. */
class RhythmOfMonthsTest {

    private static final int YEAR = 400;

    /** When it is busy. */
    private enum Rhythm {
        ALWAYS(day -> true),
        TURN_OF_THE_MONTH(day -> day.getDayOfMonth() <= 6 || toTheEnd(day) < 6),
        LAST_DAYS(day -> toTheEnd(day) < 5),
        FIRST_DAYS(day -> day.getDayOfMonth() <= 8),
        MIDDLE(day -> day.getDayOfMonth() >= 10 && day.getDayOfMonth() <= 20),
        ALL_BUT_A_WEEK(day -> day.getDayOfMonth() < 10 || day.getDayOfMonth() > 16),
        ALL_BUT_THE_LAST_DAYS(day -> toTheEnd(day) > 8);

        private final Predicate<LocalDate> busy;

        Rhythm(Predicate<LocalDate> busy) {
            this.busy = busy;
        }

        private static int toTheEnd(LocalDate day) {
            return day.lengthOfMonth() - day.getDayOfMonth();
        }
    }

    private final FactsOf acme = FactsOf.account("acme");

    @ParameterizedTest
    @EnumSource
    void whoFollowsTheMonthsIsNotAccusedInAYear(Rhythm rhythm) {
        Story story = lived(people(rhythm.busy), YEAR);

        assertThat(story.signals(Reason.USAGE_DROP)).isEmpty();
    }

    /** Day 97 is the first after a busy time, and day 114 the last before the next: nobody uses it much in between anyway. */
    @ParameterizedTest
    @ValueSource(ints = {97, 100, 103, 106, 109, 112, 114})
    void whoIsBusyAtTheTurnOfTheMonthAndFallsBetweenIsFoundByTheBusyTimeThatDoesNotCome(int fall) {
        LocalDate day = Day.MONDAY.plusDays(fall);

        Story story = lived(people(before(fall, Rhythm.TURN_OF_THE_MONTH.busy)), fall + 50);

        assertThat(story.signals(Reason.USAGE_DROP)).isNotEmpty();
        Instant busy = nextBusyTime(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(opened(story)).isBetween(Day.start(fall), busy.plus(Duration.ofDays(13)));
    }

    @Test
    void whoFallsOutOfNoRhythmIsFoundWithinTheWeek() {
        Story story = lived(people(before(70, Rhythm.ALWAYS.busy)), 90);

        assertThat(opened(story)).isBetween(Day.start(70), Day.start(77));
    }

    /** A week without use is taken for a rhythm while it lies a month back: two weeks, and the two days that a fall must last. */
    @ParameterizedTest
    @ValueSource(ints = {14, 21, 27, 28, 29, 30, 33, 35, 42})
    void aHolidayBeforeDelaysAFallBySixteenDaysAtMost(int ago) {
        int fall = 112;
        LocalDate holiday = Day.MONDAY.plusDays(fall - ago);
        ToIntFunction<LocalDate> steady = people(before(fall, Rhythm.ALWAYS.busy));
        Story rested = lived(
                day -> day.isBefore(holiday) || !day.isBefore(holiday.plusDays(7)) ? steady.applyAsInt(day) : 0,
                fall + 40);

        Instant without = opened(lived(steady, fall + 40));

        assertThat(opened(rested)).isBetween(Day.start(fall), without.plus(Duration.ofDays(16)));
    }

    @Test
    void nobodyIsAccusedBeforeAMonthIsKnown() {
        Story story = lived(people(before(36, Rhythm.ALWAYS.busy)), 60);

        assertThat(opened(story)).isEqualTo(Day.start(44));
    }

    /** From day 103 on the 4 weeks before are as low, and for seven days. */
    @Test
    void whatStaysLowIsNoFallAnyMore() {
        Story story = lived(people(before(70, Rhythm.ALWAYS.busy)), 130);

        assertThat(story.states(Reason.USAGE_DROP)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
        assertThat(story.signals(Reason.USAGE_DROP).get(1).at()).isEqualTo(Day.start(110));
    }

    private static Predicate<LocalDate> before(int fall, Predicate<LocalDate> busy) {
        return day -> day.isBefore(Day.MONDAY.plusDays(fall)) && busy.test(day);
    }

    private static LocalDate nextBusyTime(LocalDate after) {
        LocalDate day = after;
        while (!Rhythm.TURN_OF_THE_MONTH.busy.test(day) || Rhythm.TURN_OF_THE_MONTH.busy.test(day.minusDays(1))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant opened(Story story) {
        return story.signals(Reason.USAGE_DROP).get(0).openedAt();
    }

    private static ToIntFunction<LocalDate> people(Predicate<LocalDate> busy) {
        return day -> busy.test(day) ? 10 : 1;
    }

    private Story lived(ToIntFunction<LocalDate> people, int days) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 20, 1));
        for (int day = 0; day < days; day++) {
            LocalDate date = Day.MONDAY.plusDays(day);
            boolean works = date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
            story.use(acme, Day.start(day), 1, MidMarketStory.people(works ? people.applyAsInt(date) : 0));
        }
        return story.tick(Day.start(days));
    }
}
