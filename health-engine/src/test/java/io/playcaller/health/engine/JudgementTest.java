package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that is computed overwrites what one of ours said, for as long as it was said to hold, and not a moment longer. */
class JudgementTest {

    private static final HealthEngine ENGINE = new HealthEngine(Models.oneCard());

    private static final StateCodec CODEC = new StateCodec();

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void theScoreIsWhatOneOfOursSaysAndTheComputedOneStandsBesideIt() {
        Story story = customer();
        long computed = story.state().score();

        story.fact(acme.override(Day.at(40, 9), null, 30_000, Day.start(60)));

        HealthChanged change = last(story);
        assertThat(change.score()).isEqualTo(30_000);
        assertThat(change.previousScore()).isEqualTo(computed);
        assertThat(change.computed()).isEqualTo(computed);
        assertThat(change.contributions())
                .extracting(Contribution::cause, Contribution::dimension, Contribution::points, Contribution::reason)
                .containsExactly(tuple(Cause.OVERRIDE, "override", 30_000 - computed, Reason.SEN_CSM_CONCERN));
        assertThat(change.contributions().get(0).sentence()).isEqualTo("Set to 30 by hand until 2026-05-01");
        assertThat(story.state().score()).isEqualTo(30_000);
    }

    @Test
    void noFactAndNoModelMovesAnOverriddenScore() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 70_000, Day.start(100)));

        story.fact(acme.nps(Day.at(40, 10), 0))
                .fact(acme.csat(Day.at(40, 11), 1))
                .daysUntil(Day.start(75));
        Story under = story.under(new HealthEngine(Models.usageOnly()));

        assertThat(story.state().score()).isEqualTo(70_000);
        assertThat(under.state().score()).isEqualTo(70_000);
        assertThat(story.changes().stream()
                        .filter(change -> change.computed() != null)
                        .map(HealthChanged::computed)
                        .distinct())
                .hasSizeGreaterThan(2);
    }

    @Test
    void anOverrideEndsAtItsExactInstantAndWakesTheAccount() {
        Instant until = Day.at(60, 13).plusMillis(1);
        Story story = customer()
                .fact(acme.override(Day.at(40, 9), null, 90_000, until))
                .daysUntil(Day.at(60, 12));
        assertThat(story.state().nextBoundary()).isEqualTo(until);

        assertThat(story.score(until.minusMillis(1)).score()).isEqualTo(90_000);
        assertThat(story.score(until).score()).isNotEqualTo(90_000);
        assertThat(story.score(until).computed()).isNull();

        story.tick(until.minusMillis(1));
        assertThat(story.state().score()).isEqualTo(90_000);
        story.tick(until);
        assertThat(last(story).contributions()).extracting(Contribution::cause).contains(Cause.OVERRIDE);
        assertThat(last(story).computed()).isNull();
    }

    @Test
    void nobodyOverridesForMoreThanNinetyDays() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 90_000, Day.start(400)));

        assertThat(story.score(Day.at(130, 9).minusMillis(1)).score()).isEqualTo(90_000);
        assertThat(story.score(Day.at(130, 9)).computed()).isNull();
    }

    @Test
    void howeverOftenAMeasureIsSetAnewTheScoreStaysSet() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 70_000, Day.start(100)));

        for (int minute = 0; minute < 30; minute++) {
            Instant at = Day.at(41, 9).plusSeconds(60L * minute);
            story.fact(acme.override(at, "nps", 1_000L * minute, Day.start(90)));
        }

        assertThat(story.state().score()).isEqualTo(70_000);
        assertThat(story.score(Day.at(42, 9)).score()).isEqualTo(70_000);
    }

    @Test
    void whichOfManyOverridesAreKeptDoesNotDependOnTheirOrder() {
        List<Event<?>> said = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            String measure = minute % 20 == 0 ? null : minute % 3 == 0 ? "nps" : "active-seats";
            Instant at = Day.at(41, 9).plusSeconds(60L * minute);
            said.add(acme.override(at, measure, 1_000L * minute, Day.start(90)));
        }
        Story inOrder = customer();
        said.forEach(inOrder::fact);

        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(said, new Random(seed));
            Story disordered = customer();
            said.forEach(disordered::fact);
            assertThat(CODEC.encodeFacts(disordered.state())).isEqualTo(CODEC.encodeFacts(inOrder.state()));
        }
    }

    @Test
    void thatItIsAboutToEndIsSaidOnceThreeDaysBefore() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 80_000, Day.at(70, 9)));

        story.daysUntil(Day.at(67, 8));
        assertThat(story.signals(Reason.LIFE_OVERRIDE_EXPIRING)).isEmpty();
        story.daysUntil(Day.start(90));

        assertThat(story.signals(Reason.LIFE_OVERRIDE_EXPIRING)).singleElement().satisfies(signal -> {
            assertThat(signal.state()).isEqualTo(SignalState.OPENED);
            assertThat(signal.openedAt()).isEqualTo(Day.at(67, 9));
            assertThat(signal.sentence()).isEqualTo("The score is set to 80 by hand, which ends on 2026-05-11");
        });
    }

    @Test
    void ofOneThatWasReplacedOrClearedOrIsShortNothingIsSaid() {
        Story story = customer()
                .fact(acme.override(Day.at(40, 9), null, 80_000, Day.at(50, 9)))
                .fact(acme.override(Day.at(40, 9), "nps", 80_000, Day.at(50, 9)))
                .fact(acme.override(Day.at(40, 9), "csat", 80_000, Day.at(42, 9)))
                .fact(acme.override(Day.at(41, 9), null, 70_000, Day.at(80, 9)))
                .fact(acme.cleared(Day.at(41, 9), "nps"));

        story.daysUntil(Day.start(60));

        assertThat(story.signals(Reason.LIFE_OVERRIDE_EXPIRING)).isEmpty();
    }

    @Test
    void aReminderThatWasSaidIsNotTakenBackWhenTheOverrideIsCleared() {
        Story story = customer()
                .fact(acme.override(Day.at(40, 9), null, 80_000, Day.at(50, 9)))
                .daysUntil(Day.at(48, 9));

        story.fact(acme.cleared(Day.at(48, 10), null)).daysUntil(Day.start(60));

        assertThat(story.states(Reason.LIFE_OVERRIDE_EXPIRING)).containsExactly(SignalState.OPENED);
    }

    @Test
    void aLaterOneReplacesAndAClearedOneEnds() {
        Story story = customer();
        long computed = story.state().score();

        story.fact(acme.override(Day.at(40, 9), null, 30_000, Day.start(60)))
                .fact(acme.override(Day.at(40, 11), null, 40_000, Day.start(50)))
                .fact(acme.override(Day.at(40, 10), null, 20_000, Day.start(70)));
        assertThat(story.state().score()).isEqualTo(40_000);

        story.fact(acme.cleared(Day.at(40, 12), null)).tick(Day.at(40, 13));
        assertThat(story.state().score()).isEqualTo(computed);
        assertThat(story.score(Day.at(40, 11)).score()).isEqualTo(40_000);
    }

    @Test
    void aMeasureCountsAsOneOfOursSaysAndItsPartIsTheOverrides() {
        Story story = customer().fact(acme.nps(Day.at(40, 8), 0));
        long before = story.state().score();

        story.fact(acme.override(Day.at(40, 9), "nps", 100_000, Day.start(60)));

        HealthChanged change = last(story);
        assertThat(change.score()).isGreaterThan(before);
        assertThat(change.computed()).isEqualTo(before);
        assertThat(change.contributions()).singleElement().satisfies(part -> {
            assertThat(part.cause()).isEqualTo(Cause.OVERRIDE);
            assertThat(part.measure()).isEqualTo("nps");
            assertThat(part.points()).isEqualTo(change.score() - before);
        });
        MeasureScore nps = story.measure("nps");
        assertThat(nps.points()).isEqualTo(100_000);
        assertThat(nps.value()).isZero();
        assertThat(nps.sentence()).isEqualTo("The newest NPS answer is 0 of 10 (set to 100 by hand until 2026-05-01)");
    }

    @Test
    void aMeasureWithoutAnInputCountsWhenOneOfOursSaysWhatItIs() {
        Story story = customer();
        int confidence = story.state().confidence();

        story.fact(acme.override(Day.at(40, 9), "objective", 0, Day.start(60)));

        assertThat(story.measure("objective").points()).isZero();
        assertThat(story.measure("objective").value()).isNull();
        assertThat(last(story).score()).isLessThan(last(story).computed());
        assertThat(story.state().confidence()).isEqualTo(confidence);
    }

    @Test
    void riskFollowsTheOverriddenScore() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 30_000, Day.start(60)));
        assertThat(story.signals(Reason.SEN_CSM_CONCERN)).isEmpty();

        story.daysUntil(Day.start(44));

        assertThat(story.signals(Reason.SEN_CSM_CONCERN)).singleElement().satisfies(signal -> {
            assertThat(signal.state()).isEqualTo(SignalState.OPENED);
            assertThat(signal.openedAt()).isEqualTo(Day.at(43, 9));
            assertThat(signal.sentence()).startsWith("Health is 30 (E; set by hand), below 50 for 3 days");
        });
    }

    @Test
    void theEndOfAnOverrideIsNoFallOfTheCustomers() {
        Story story = unhappy().fact(acme.override(Day.at(40, 9), null, 95_000, Day.at(50, 9)));
        int before = story.signals().size();

        story.daysUntil(Day.at(50, 10));
        assertThat(last(story).score()).isLessThan(50_000);
        assertThat(scoreSignals(story, before)).isEmpty();

        story.daysUntil(Day.start(54));
        assertThat(scoreSignals(story, before)).isNotEmpty();
    }

    @Test
    void aSevereTicketIsASignalWhateverOneOfOursSaysOfTheScore() {
        Story story = customer().fact(acme.override(Day.at(40, 9), null, 90_000, Day.start(80)));

        story.fact(acme.ticket(Day.at(40, 10), "t-1", TicketSeverity.SEV1, Day.at(40, 10)))
                .daysUntil(Day.start(60));

        assertThat(story.states(Reason.SUP_SEVERE_OPEN)).containsExactly(SignalState.OPENED);
        assertThat(story.signals(Reason.SUP_SEVERE_OPEN).get(0).sentence()).startsWith("Severe ticket open");
        assertThat(story.state().score()).isEqualTo(90_000);
        assertThat(last(story).computed()).isLessThan(50_000);
    }

    @Test
    void aFloorHoldsAScoreOfOverriddenMeasures() {
        Story story = customer()
                .fact(acme.override(Day.at(40, 9), "nps", 100_000, Day.start(80)))
                .fact(acme.ticket(Day.at(40, 10), "t-1", TicketSeverity.SEV1, Day.at(40, 10)))
                .daysUntil(Day.start(44));

        assertThat(story.state().score()).isEqualTo(49_999);
    }

    @Test
    void oneOfOursMayKnowWhatNothingTells() {
        Story story = new Story(ENGINE, "acme").tick(Day.start(0)).fact(acme.account(Day.at(0, 1), "Acme"));
        assertThat(story.state().score()).isNull();

        story.fact(acme.override(Day.at(0, 2), null, 60_000, Day.start(5)));
        assertThat(story.state().score()).isEqualTo(60_000);
        assertThat(last(story).computed()).isNull();

        story.daysUntil(Day.start(5));
        assertThat(story.state().score()).isNull();
    }

    @Test
    void anOverrideHoldsAlsoWhereNothingIsMeasuredAnyMore() {
        Story story = new Story(new HealthEngine(PulseTest.withPulse()), "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.at(0, 1), "Acme"))
                .fact(acme.pulse(Day.at(0, 2), 4))
                .fact(acme.override(Day.at(0, 3), null, 60_000, Day.start(80)))
                .daysUntil(Day.start(46));

        assertThat(story.state().score()).isEqualTo(60_000);
        assertThat(last(story).previousScore()).isEqualTo(60_000);
        assertThat(last(story).computed()).isNull();
        assertThat(last(story).contributions())
                .extracting(Contribution::cause, Contribution::measure, Contribution::points)
                .containsExactly(tuple(Cause.TIME, "csm-pulse", -80_000L), tuple(Cause.OVERRIDE, null, 80_000L));
        story.daysUntil(Day.start(80));
        assertThat(story.state().score()).isNull();
    }

    @Test
    void alsoWhereItsOnlyInputIsTakenBackAndAMeasureIsOverridden() {
        Event<?> answer = acme.csat(Day.at(0, 2), 4);
        Story story = new Story(ENGINE, "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.at(0, 1), "Acme"))
                .fact(answer)
                .fact(acme.override(Day.at(0, 3), "nps", 60_000, Day.start(80)))
                .fact(acme.retracted(Day.at(0, 4), answer));

        assertThat(story.state().score()).isEqualTo(60_000);
        assertThat(last(story).contributions().stream()
                        .mapToLong(Contribution::points)
                        .sum())
                .isEqualTo(60_000 - last(story).previousScore());
    }

    @Test
    void whatShowsARiskSaysWhichMeasuresAreAsOneOfOursSays() {
        Story story = customer();
        for (String measure : List.of("nps", "active-seats", "active-days", "days-since-use", "core-features")) {
            story.fact(acme.override(Day.at(40, 9), measure, 0, Day.start(80)));
        }
        story.daysUntil(Day.at(44, 1));

        assertThat(story.signals())
                .filteredOn(signal -> signal.sentence().startsWith("Health is"))
                .first()
                .satisfies(signal -> assertThat(signal.evidence())
                        .extracting(Evidence::sentence)
                        .anyMatch("The newest NPS answer is 9 of 10 (set to 0 by hand until 2026-05-21)"::equals));
    }

    private Story customer() {
        return new Story(ENGINE, "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.at(0, 1), "Acme"))
                .fact(acme.contract(Day.at(0, 1), "c-1", Day.MONDAY, 6_000_000, 4, 1))
                .use(acme, Day.start(0), 40, "p1", "p2", "p3", "p4")
                .fact(acme.nps(Day.at(39, 13), 9));
    }

    private Story unhappy() {
        return new Story(ENGINE, "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.at(0, 1), "Acme"))
                .fact(acme.contract(Day.at(0, 1), "c-1", Day.MONDAY, 6_000_000, 100, 1))
                .fact(acme.override(Day.at(0, 2), null, 95_000, Day.at(45, 9)))
                .use(acme, Day.start(0), 40, "p1");
    }

    private static List<Object> scoreSignals(Story story, int since) {
        return story.signals().subList(since, story.signals().size()).stream()
                .filter(signal -> signal.sentence().startsWith("Health is"))
                .<Object>map(signal -> signal)
                .toList();
    }

    private static HealthChanged last(Story story) {
        return story.changes().get(story.changes().size() - 1);
    }
}
