package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.Contacts;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Expression.Features;
import io.playcaller.health.engine.model.Expression.People;
import io.playcaller.health.engine.model.Expression.Ratio;
import io.playcaller.health.engine.model.Expression.Seats;
import io.playcaller.health.engine.model.Expression.Uses;
import io.playcaller.health.engine.model.Sign;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.OwnMeasures;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures that a model declares, against figures worked out by hand. Day 0 is a Monday. */
class DeclaredMeasuresTest {

    private static final Sign CHAMPION_MET = new Sign.TouchWith(ContactRole.CHAMPION);
    private static final Sign EXPORT = new Sign.UseOf("export");

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void onlyATouchWithTheChampionCounts() {
        Story story = asking(new DaysSince(CHAMPION_MET)).fact(acme.met(Day.at(0, 8), "user"));
        says(story, null, "No champion is known");

        story.fact(acme.contact(Day.at(0, 9), "ally", ContactRole.CHAMPION, true, 1));
        says(story.tick(Day.start(7)), 7_000L, "No touch with a champion for 7 days, as far as is known");

        story.fact(acme.met(Day.at(7, 9), "ally")).fact(acme.met(Day.at(80, 9), "user"));
        says(story.tick(Day.start(90)), 83_000L, "83 days since the last touch with a champion");

        story.fact(acme.contact(Day.at(90, 9), "ally", ContactRole.CHAMPION, false, 2));
        says(story, null, "No champion is known");
    }

    @Test
    void timeMovesItAtTheMidnightAtWhichItsCurveBegins() {
        Curve curve = Curve.of(30_000, 100_000, 90_000, 60_000);
        Story story = story(OwnMeasures.named("own").measure("own", new DaysSince(CHAMPION_MET), curve))
                .fact(acme.contact(Day.start(0), "ally", ContactRole.CHAMPION, true, 1))
                .fact(acme.met(Day.at(0, 9), "ally"));

        for (Instant at = Day.at(0, 16); !at.isAfter(Day.start(40)); at = at.plus(Duration.ofHours(8))) {
            story.tick(at);
        }

        HealthChanged first = story.changes().stream()
                .filter(change -> change.contributions().stream()
                        .anyMatch(part -> "own".equals(part.measure()) && part.cause() == Cause.TIME))
                .findFirst()
                .orElseThrow();
        assertThat(first.knownAt()).isEqualTo(Day.start(31));
        assertThat(first.contributions())
                .filteredOn(part -> "own".equals(part.measure()))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.unit()).isEqualTo("days");
                    assertThat(part.after().value()).isEqualTo(31_000);
                    assertThat(part.sentence()).contains("; time passed since 2026-03-02; ");
                });
    }

    @Test
    void daysWithAFeatureAreOfFinishedDaysAndWaitForTheWholeWindow() {
        Story story = asking(new DaysWith(EXPORT, 28));
        says(story, null, "No use yet");

        story.fact(acme.used(Day.at(0, 9), "p1", "export"))
                .fact(acme.used(Day.at(3, 9), "p1", "export"))
                .fact(acme.used(Day.at(3, 10), "p2", "export"));
        says(story.tick(Day.start(27)), null, "Collecting, 27 of 28 days");

        story.fact(acme.used(Day.at(27, 9), "p1", "export"));
        says(story.tick(Day.start(28)), 3_000L, "Use of export on 3 of 28 days");
        says(story.tick(Day.start(29)), 2_000L, "Use of export on 2 of 28 days");
        says(story.fact(acme.used(Day.at(29, 9), "p1", "export")), 2_000L, "Use of export on 2 of 28 days");
    }

    @Test
    void thatAFeatureIsNamedForTheFirstTimeCountsFromMidnight() {
        Story story = asking(new DaysWith(EXPORT, 7))
                .fact(acme.used(Day.at(0, 9), "p1", null))
                .tick(Day.start(7));
        says(story, null, "No use of a named feature yet");

        story.fact(acme.used(Day.at(7, 9), "p1", "export"));
        says(story, null, "No use of a named feature yet");
        says(story.tick(Day.start(8)), 1_000L, "Use of export on 1 of 7 days");
    }

    @Test
    void aFeatureThatWasNotUsedForFourWeeksWasNotForThatLongOrMore() {
        Story story = asking(new DaysSince(EXPORT)).fact(acme.used(Day.at(0, 9), "p1", "export"));

        says(story.tick(Day.start(13)), null, "Collecting, 13 of 14 days");
        says(story.tick(Day.start(14)), 14_000L, "14 days since the last use of export");
        says(story.tick(Day.start(28)), 28_000L, "28 days since the last use of export");
        says(story.tick(Day.start(29)), 28_000L, "No use of export for 28 days or more");
    }

    @Test
    void halfOfTheChampionsIsAShare() {
        Story story = asking(new Ratio(new People(ContactRole.CHAMPION, 14), new Contacts(ContactRole.CHAMPION)))
                .fact(acme.used(Day.at(0, 9), "user"))
                .fact(acme.contact(Day.at(0, 9), "ally", ContactRole.CHAMPION, true, 1))
                .fact(acme.contact(Day.at(0, 9), "friend", ContactRole.CHAMPION, true, 1))
                .fact(acme.used(Day.at(5, 9), "ally"));

        says(story.tick(Day.start(14)), 500L, "50%: 1 champion used it in 14 days, against 2 champions");
        says(story.tick(Day.start(20)), 0L, "0%: 0 champions used it in 14 days, against 2 champions");
    }

    @Test
    void peopleAndSeatsAreAShareOnceThereAreSeats() {
        Story story = asking(new Ratio(new People(null, 7), new Seats()))
                .fact(acme.used(Day.at(0, 9), "p1"))
                .tick(Day.start(7));
        says(story, null, "No open contract with paid seats");

        story.fact(acme.contract(Day.at(7, 1), "c", Day.MONDAY, 1_000_000, 4, 1));
        says(story, 250L, "25%: 1 person used it in 7 days, against 4 paid seats");
    }

    @Test
    void featuresThatAreAskedForAreCounted() {
        Story story = asking(new Features(List.of("export", "share", "report"), 7))
                .fact(acme.used(Day.at(0, 9), "p1", "export"))
                .fact(acme.used(Day.at(1, 9), "p1", "report"))
                .fact(acme.used(Day.at(1, 9), "p1", "other"));

        says(story.tick(Day.start(7)), 2_000L, "2 of 3 features used in 7 days");
        says(story.tick(Day.start(8)), 1_000L, "1 of 3 features used in 7 days");
    }

    @Test
    void halfTheUsesOfTheWeeksBeforeIsHalf() {
        Story story = asking(new Change(new Uses(7), 28))
                .use(acme, Day.start(0), 28, "p1", "p2", "p3", "p4")
                .use(acme, Day.start(28), 7, "p1", "p2");

        says(story, null, "Collecting, 34 of 35 days");
        says(story.tick(Day.start(35)), -500L, "14 uses in 7 days, 50% below the 28 days before");
    }

    @Test
    void ofTooLittleBeforeThereIsNoChange() {
        Story story = asking(new Change(new DaysWith(EXPORT, 7), 21))
                .fact(acme.used(Day.at(0, 9), "p1", "export"))
                .fact(acme.used(Day.at(1, 9), "p1", "export"))
                .tick(Day.start(28));

        says(story, null, "Too little to compare");
    }

    /** Who is not among the 192 that are told apart may have used it. */
    @Test
    void whereMorePeopleUseItThanAreToldApartNothingIsSaidOfOne() {
        Story story = asking(new DaysSince(new Sign.UseBy(ContactRole.CHAMPION)))
                .fact(acme.contact(Day.start(0), "ally", ContactRole.CHAMPION, true, 1))
                .fact(acme.used(Day.at(0, 9), "ally"))
                .tick(Day.start(14));
        says(story, 14_000L, "14 days since the last use by a champion");

        for (int person = 0; person < 200; person++) {
            story.fact(acme.used(Day.at(14, 9), "p" + person));
        }
        says(story, null, "More people use it than are told apart");
    }

    @Test
    void whatTheStateCannotAnswerIsRefused() {
        assertThatThrownBy(() -> new DaysWith(EXPORT, 29)).hasMessage("days: must be 1 to 28, is 29");
        assertThatThrownBy(() -> new Uses(64)).hasMessage("days: must be 1 to 63, is 64");
        assertThatThrownBy(() -> new Change(new Uses(7), 57)).hasMessage("against: must be 1 to 56, is 57");
        assertThatThrownBy(() -> new Ratio(new Uses(7), new DaysWith(CHAMPION_MET, 7)))
                .hasMessageContaining("to: must come from the same source");
        assertThatThrownBy(() -> new Declared(0, "nps", "", new Seats())).hasMessageContaining("known to the engine");
        assertThatThrownBy(() ->
                        OwnMeasures.named("own").measure("own", new DaysSince(EXPORT), Curve.of(0, 100_000, 45_000, 0)))
                .hasMessageContaining("measures.own.curve: ends at 28");
    }

    private static Story asking(Expression expression) {
        return story(OwnMeasures.named("own").measure("own", expression));
    }

    private static Story story(OwnMeasures own) {
        return new Story(new HealthEngine(own.beside(Models.oneCard())), "acme").tick(Day.start(0));
    }

    private static void says(Story story, Long value, String sentence) {
        MeasureScore score = story.measure("own");
        assertThat(score.sentence()).isEqualTo(sentence);
        assertThat(score.value()).isEqualTo(value);
    }
}
