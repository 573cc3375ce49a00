package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The only source of use is away for longer than anything is told late. Day 0 is a Monday, and they use it on each weekday. */
class LongSilenceOfASourceTest {

    private static final int QUIET = 70;

    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 20)
    void nothingOfWhatItFeedsMovesAndNobodyIsAccused(
            @ForAll long seed, @ForAll @IntRange(min = 30, max = 200) int days) {
        Story story = used(new Random(seed)).quiet("web", Day.at(QUIET, 12)).tick(Day.start(QUIET + 1));
        Map<String, List<Object>> frozen = frozen(story);
        long score = story.score().score();

        for (int day = QUIET + 2; day <= QUIET + days; day++) {
            story.tick(Day.start(day));
            assertThat(frozen(story)).as("day " + day).isEqualTo(frozen);
            assertThat(story.score().score()).as("day " + day).isEqualTo(score);
        }

        assertThat(risksSince(story, QUIET)).isEmpty();
    }

    @Property(tries = 20)
    void whenItIsBackItsSilenceIsNoDayWithoutUse(@ForAll long seed, @ForAll @IntRange(min = 30, max = 200) int days) {
        Random random = new Random(seed);
        int back = QUIET + days;
        Story story = used(random).quiet("web", Day.at(QUIET, 12)).tick(Day.start(QUIET + 1));
        Map<String, List<Object>> frozen = frozen(story);

        story.daysUntil(Day.start(back)).back("web").tick(Day.at(back, 1));
        assertThat(story.score().frozen()).isEmpty();
        assertThat(known(story)).containsAllEntriesOf(frozen);
        for (int day = back; day < back + 60; day++) {
            weekday(story, random, day);
        }

        assertThat(risksSince(story, QUIET)).isEmpty();
    }

    /** Between two Fridays to Sundays, one on each side of the silence, seven known days are three weekdays. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void onWhateverWeekdayItIsBackTheTrendStandsStill(@ForAll @IntRange(min = 30, max = 36) int days) {
        Story story = steadily(days, 6);

        for (int day = QUIET + days; day < QUIET + days + 45; day++) {
            steady(story, day, 6);
            assertThat(value(story, "week-trend")).as("day %d", day).isZero();
        }

        assertThat(risksSince(story, QUIET)).isEmpty();
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void onWhateverWeekdayItIsBackAFallIsFoundInTwoWeeks(@ForAll @IntRange(min = 30, max = 36) int days) {
        Story story = steadily(days, 6);

        for (int day = QUIET + days; day < QUIET + days + 14; day++) {
            steady(story, day, 1);
        }

        assertThat(story.states(Reason.USAGE_DROP)).containsExactly(SignalState.OPENED);
    }

    /** Used from Tuesday to Thursday alone: a week of two weekends around the silence has no use, and says nothing of a month's rhythm. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aFallThatLastsIsOneRiskWhereverTheSilenceLies(@ForAll @IntRange(min = 30, max = 36) int days) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        contracted(story);
        for (int day = 0; day < QUIET; day++) {
            midweek(story, day, 10);
        }
        story.quiet("web", Day.at(QUIET, 12)).tick(Day.start(QUIET + 1));
        int back = QUIET + days;
        story.daysUntil(Day.start(back)).back("web").tick(Day.at(back, 1));
        for (int day = back; day < back + 44; day++) {
            midweek(story, day, day < back + 22 ? 10 : 3);
        }

        assertThat(story.states(Reason.USAGE_DROP)).containsExactly(SignalState.OPENED);
    }

    /** Used on Tuesdays alone, of which five are in the four weeks before: the quietest week a month before had one, and has no less for that. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aWeekAfterTheSilenceIsHeldAgainstWholeWeeks(@ForAll @IntRange(min = 30, max = 36) int days) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        contracted(story);
        for (int day = 0; day < QUIET; day++) {
            tuesdays(story, day, 30);
        }
        story.quiet("web", Day.at(QUIET, 12)).tick(Day.start(QUIET + 1));
        int back = QUIET + days;
        story.daysUntil(Day.start(back)).back("web").tick(Day.at(back, 1));
        for (int day = back; day < back + 20; day++) {
            tuesdays(story, day, day < back + 7 ? 30 : 10);
        }

        assertThat(story.signals(Reason.USAGE_DROP))
                .filteredOn(signal -> signal.at().isAfter(Day.start(back + 7)))
                .isNotEmpty()
                .allSatisfy(
                        signal -> assertThat(signal.sentence()).contains("and 30 in the quietest week a month before"));
    }

    private void tuesdays(Story story, int day, int uses) {
        for (int use = 1; day % 7 == 1 && use <= uses; use++) {
            story.fact(acme.used(Day.at(day, 9), "p" + use % 5, "f-" + use % 5));
        }
        story.tick(Day.start(day + 1));
    }

    private void midweek(Story story, int day, int uses) {
        for (int use = 1; day % 7 >= 1 && day % 7 <= 3 && use <= uses; use++) {
            story.fact(acme.used(Day.at(day, 9), "p" + use % 5, "f-" + use % 5));
        }
        story.tick(Day.start(day + 1));
    }

    private Story steadily(int days, int people) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        contracted(story);
        for (int day = 0; day < QUIET; day++) {
            steady(story, day, people);
        }
        story.quiet("web", Day.at(QUIET, 12)).tick(Day.start(QUIET + 1));
        return story.daysUntil(Day.start(QUIET + days)).back("web").tick(Day.at(QUIET + days, 1));
    }

    /** So many people on a weekday, of five features. */
    private void steady(Story story, int day, int people) {
        for (int person = 1; day % 7 < 5 && person <= people; person++) {
            story.fact(acme.used(Day.at(day, 9), "p" + person, "f-" + (day + person) % 5));
        }
        story.tick(Day.start(day + 1));
    }

    private static Long value(Story story, String measure) {
        return story.score().measures().stream()
                .filter(read -> read.measure().equals(measure))
                .map(MeasureScore::value)
                .findFirst()
                .orElseThrow();
    }

    /** With less use of the one than of the other half of the days, and back on a Friday. */
    @Example
    void alsoWithAnUnevenUse() {
        whenItIsBackItsSilenceIsNoDayWithoutUse(28_936, 46);
    }

    @Example
    void whoStoppedMeanwhileIsSilentTwoWeeksAfterItIsBack() {
        Story story = used(new Random(7)).quiet("web", Day.start(QUIET)).daysUntil(Day.start(QUIET + 100));

        story.back("web").tick(Day.at(QUIET + 100, 1)).daysUntil(Day.start(QUIET + 120));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED);
        assertThat(story.signals(Reason.USAGE_SILENT).get(0).openedAt())
                .isBetween(Day.start(QUIET + 110), Day.start(QUIET + 115));
    }

    @Example
    void whatWaitedInItIsCountedOnItsDays() {
        Story told = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        Story silent = used(new Random(3)).quiet("web", Day.start(QUIET)).daysUntil(Day.start(QUIET + 40));
        silent.back("web").tick(Day.at(QUIET + 40, 1));
        contracted(told);
        Random random = new Random(3);
        for (int day = 0; day < QUIET; day++) {
            weekday(told, random, day);
        }
        for (int day = QUIET; day < QUIET + 40; day++) {
            told.fact(acme.used(Day.at(day, 9), "p1")).tick(Day.start(day + 1));
        }
        told.tick(Day.at(QUIET + 40, 1));

        List<Integer> days = new ArrayList<>();
        for (int day = QUIET; day < QUIET + 40; day++) {
            days.add(day);
        }
        Collections.shuffle(days, new Random(5));
        days.forEach(day -> silent.fact(acme.used(Day.at(day, 9), "p1")));

        assertThat(silent.state().facts().usage())
                .isEqualTo(told.state().facts().usage());
        assertThat(silent.score().score()).isEqualTo(told.score().score());
    }

    @Example
    void itsStateIsWrittenAndRead() {
        Story story = used(new Random(1)).quiet("web", Day.start(QUIET)).daysUntil(Day.start(QUIET + 60));
        AccountState state = story.back("web").tick(Day.at(QUIET + 60, 1)).state();

        assertThat(state.facts().usage().known().gaps()).hasSize(1);
        assertThat(new StateCodec().decode(new StateCodec().encode(state))).isEqualTo(state);
    }

    @Example
    void aSourceThatAnotherReplacedIsWaitedForNinetyDays() {
        Story story = used(new Random(2)).quiet("web", Day.start(QUIET)).tick(Day.start(QUIET + 1));
        FactsOf elsewhere = acme.from("app");

        for (int day = QUIET + 1; day < QUIET + 91; day++) {
            story.fact(elsewhere.used(Day.at(day, 9), "p1")).tick(Day.start(day + 1));
        }
        assertThat(story.score().frozen()).isEmpty();
    }

    private Story used(Random random) {
        Story story = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        contracted(story);
        for (int day = 0; day < QUIET; day++) {
            weekday(story, random, day);
        }
        return story;
    }

    private void contracted(Story story) {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1));
    }

    /** Four to eight of ten, each with one of five features. */
    private void weekday(Story story, Random random, int day) {
        if (day % 7 < 5) {
            int people = 4 + random.nextInt(5);
            for (int person = 1; person <= people; person++) {
                story.fact(acme.used(Day.at(day, 9), "p" + person, "f-" + random.nextInt(5)));
            }
        }
        story.tick(Day.start(day + 1));
    }

    private static Map<String, List<Object>> frozen(Story story) {
        return known(story, MeasureScore::frozen);
    }

    private static Map<String, List<Object>> known(Story story) {
        return known(story, measure -> true);
    }

    private static Map<String, List<Object>> known(Story story, Predicate<MeasureScore> which) {
        return story.score().measures().stream()
                .filter(which)
                .filter(measure -> measure.value() != null)
                .collect(Collectors.toMap(MeasureScore::measure, one -> List.of(one.value(), one.points())));
    }

    private static List<Reason> risksSince(Story story, int day) {
        return story.signals().stream()
                .filter(signal ->
                        signal.kind() == SignalKind.RISK && signal.at().isAfter(Day.start(day)))
                .map(signal -> signal.reason())
                .toList();
    }
}
