package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureLevel;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** What each contribution says for itself: from where to where, by which fact, since when, and how sure. */
class ExplanationTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void anAnswerSaysFromWhereToWhereAndNamesItsFact() {
        Event<?> worse = acme.nps(Day.at(0, 10), 3);
        story.fact(acme.nps(Day.at(0, 9), 9)).fact(worse);

        Contribution nps = only(last());
        assertThat(nps.unit()).isEqualTo("points");
        assertThat(nps.before()).isEqualTo(new MeasureLevel(9_000L, 100_000, 1_000_000));
        assertThat(nps.after()).isEqualTo(new MeasureLevel(3_000L, 20_000, 1_000_000));
        assertThat(nps.evidence()).isEqualTo(refers(worse));
        assertThat(nps.sentence())
                .isEqualTo("The newest NPS answer is 3 of 10, 9 points on 2026-03-02; by web on 2026-03-02;"
                        + " confidence 6%");
        assertThat(last().fact()).isEqualTo(refers(worse));
    }

    @Test
    void theFirstReadingIsComparedWithNothing() {
        story.fact(acme.nps(Day.at(0, 9), 7));

        assertThat(only(last()).before()).isNull();
        assertThat(only(last()).sentence())
                .isEqualTo("The newest NPS answer is 7 of 10; by web on 2026-03-02; confidence 6%");
    }

    @Test
    void anAnswerThatGrewTooOldIsGoneByTimeAndStillNamesItself() {
        Event<?> answer = acme.nps(Day.at(0, 9), 2);
        story.fact(answer)
                .daysUntil(Day.start(170))
                .fact(acme.csat(Day.at(170, 9), 4))
                .daysUntil(Day.start(182));

        Contribution nps = of(last(), Cause.TIME, "nps");
        assertThat(nps.after()).isNull();
        assertThat(nps.before().value()).isEqualTo(2_000);
        assertThat(nps.evidence()).isEqualTo(refers(answer));
        assertThat(nps.sentence())
                .isEqualTo("No NPS answer in 180 days, 2 points on 2026-08-19; time passed since 2026-03-02;"
                        + " confidence 6%");
        assertThat(last().fact()).isNull();
    }

    @Test
    void silenceSaysSinceWhen() {
        story.use(acme, Day.start(0), 20, "p1", "p2").daysUntil(Day.start(33));

        assertThat(of(last(), Cause.TIME, "days-since-use").sentence())
                .startsWith("10 weekdays without use, 9 weekdays on 2026-04-03; time passed since 2026-03-21;");
    }

    @Test
    void spreadWeightsSayWhichInputCame() {
        Event<?> answer = acme.nps(Day.at(20, 10), 7);
        story.use(acme, Day.start(0), 20, "p1").tick(Day.at(20, 1)).fact(answer);

        Contribution spread = of(last(), Cause.REDISTRIBUTION, "active-days");
        assertThat(spread.before().value()).isEqualTo(spread.after().value());
        assertThat(spread.before().weight()).isGreaterThan(spread.after().weight());
        assertThat(spread.sentence())
                .matches("Counts \\d+(\\.\\d)?%, \\d+(\\.\\d)?% before: nps came; confidence \\d+%");
        assertThat(spread.evidence()).isEqualTo(refers(answer));
    }

    @Test
    void anotherModelIsNamedBesideTheOneBefore() {
        story.use(acme, Day.start(0), 20, "p1").fact(acme.nps(Day.at(20, 1), 2)).tick(Day.at(20, 2));

        HealthChanged rebased = story.under(new HealthEngine(Models.usageOnly()))
                .changes()
                .get(story.changes().size());

        assertThat(of(rebased, Cause.MODEL, "nps").sentence())
                .matches("Model usage-1 instead of one-card-1: counts 0%, \\d+(\\.\\d)?% before; confidence \\d+%");
    }

    @Test
    void aSevereTicketSaysWhatItTakesOffAndWhatItGivesBack() {
        story.fact(acme.nps(Day.at(0, 9), 9))
                .fact(acme.ticket(Day.at(0, 10), "t", TicketSeverity.SEV1, Day.at(0, 10)))
                .tick(Day.at(2, 10));
        HealthChanged held = last();

        story.fact(acme.solved(Day.at(2, 11), "t", TicketSeverity.SEV1, Day.at(0, 10)));

        assertThat(of(held, Cause.TIME, null).sentence())
                .startsWith("A severe ticket holds the score at 50: it takes off 50; ");
        assertThat(of(last(), Cause.FACT, null).sentence())
                .startsWith("No severe ticket holds the score any more, it took off 50; ");
        assertThat(held.dimensions())
                .containsExactly(
                        new DimensionScore("support", 100_000L, 1_000_000, 100_000),
                        new DimensionScore("floor", null, 0, -50_001));
    }

    @Test
    void anEpisodeOfTheScoreShowsWhichFactsMovedIt() {
        Event<?> answer = acme.nps(Day.at(20, 1), 0);
        story.use(acme, Day.start(0), 20, "p1")
                .fact(acme.contract(Day.at(20, 1), "c", Day.MONDAY, 3_000_000, 60, 1))
                .fact(answer)
                .daysUntil(Day.start(40));

        assertThat(story.signals())
                .filteredOn(
                        signal -> signal.score() != null && signal.sentence().startsWith("Health is"))
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.evidence()).anySatisfy(evidence -> {
                    assertThat(evidence.sentence()).isEqualTo("The newest NPS answer is 0 of 10");
                    assertThat(evidence.eventId()).isEqualTo(answer.envelope().id());
                    assertThat(evidence.source()).isEqualTo("web");
                    assertThat(evidence.at()).isEqualTo(Day.at(20, 1));
                }));
    }

    @Test
    void anUpdateOfARiskKeepsWhatShowsIt() {
        story.use(acme, Day.start(0), 20, "p1")
                .fact(acme.contract(Day.at(20, 1), "c", Day.MONDAY, 600_000, 60, 1))
                .fact(acme.nps(Day.at(20, 1), 0))
                .daysUntil(Day.start(22))
                .fact(acme.contract(Day.at(22, 1), "c", Day.MONDAY, 30_000_000, 60, 2));

        assertThat(story.signals(Reason.SEN_NPS_DETRACTOR))
                .filteredOn(signal -> signal.state() == SignalState.UPDATED)
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.evidence())
                        .extracting(Evidence::sentence)
                        .startsWith("Reported by crm")
                        .contains("The newest NPS answer is 0 of 10"));
    }

    @Test
    void aFloorIsTheReasonOfTheRiskThatItOpens() {
        story.use(acme, Day.start(0), 20, "p1", "p2")
                .fact(acme.contract(Day.at(20, 1), "c", Day.MONDAY, 3_000_000, 2, 1))
                .fact(acme.nps(Day.at(20, 1), 6))
                .fact(acme.ticket(Day.at(20, 2), "t", TicketSeverity.SEV1, Day.at(20, 2)))
                .daysUntil(Day.start(24));

        assertThat(story.signals())
                .filteredOn(signal -> signal.sentence().endsWith("held down by a severe ticket"))
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.reason()).isEqualTo(Reason.SUP_SEVERE_OPEN));
    }

    /** The service was away for some days and came back with another model. */
    @Test
    void timeThatPassedBeforeAModelCameIsTimesOwnAndTellsWhatItOpens() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .fact(acme.invoice(Day.start(0), "i", Day.MONDAY.plusDays(10), null, 1))
                .use(acme, Day.start(0), 21, "p1", "p2");
        Story away = new Story(new HealthEngine(Models.usageOnly()), "other")
                .tick(Day.start(0))
                .tick(Day.at(28, 1));

        Step step = new HealthEngine(Models.usageOnly()).advance(story.state(), away.log());

        assertThat(step.changes()).hasSize(2);
        assertThat(step.changes().get(0).contributions()).allMatch(it -> it.cause() == Cause.MODEL);
        assertThat(step.changes().get(1).contributions()).allMatch(it -> it.cause() == Cause.TIME);
        assertThat(step.changes())
                .allSatisfy(change -> assertThat(change.knownAt()).isEqualTo(Day.at(28, 1)));
        assertThat(step.signals()).extracting(signal -> signal.reason()).contains(Reason.COM_INVOICE_OVERDUE);
    }

    @Test
    void aSevereTicketHoldsTheComputedScoreWhereOneOfOursSaysAnother() {
        story.fact(acme.nps(Day.at(0, 9), 9))
                .fact(acme.override(Day.at(0, 9), null, 90_000, Day.start(9)))
                .fact(acme.ticket(Day.at(0, 10), "t", TicketSeverity.SEV1, Day.at(0, 10)))
                .tick(Day.at(2, 10));

        assertThat(last().score()).isEqualTo(90_000);
        assertThat(last().contributions())
                .filteredOn(part -> part.dimension().equals("floor"))
                .singleElement()
                .satisfies(part -> assertThat(part.sentence())
                        .startsWith("A severe ticket holds the computed score at 50: it takes off 50; "));
    }

    @Test
    void aFactDidNotMoveWhatTimeMovedAndNothingWasSaidOf() {
        story.use(acme, Day.start(0), 20, "p1", "p2").daysUntil(Day.start(90)).fact(acme.csat(Day.at(90, 10), 1));

        assertThat(last().fact()).isNotNull();
        assertThat(story.state().standing().said().readings().movers())
                .doesNotContainKeys(MeasureKind.DAYS_SINCE_USE.id())
                .containsKey(MeasureKind.CSAT.id());
    }

    private static FactRef refers(Event<?> fact) {
        return new FactRef(
                fact.envelope().source(), fact.envelope().id(), fact.envelope().time());
    }

    private static Contribution only(HealthChanged change) {
        assertThat(change.contributions()).hasSize(1);
        return change.contributions().get(0);
    }

    private static Contribution of(HealthChanged change, Cause cause, String measure) {
        return change.contributions().stream()
                .filter(it -> it.cause() == cause)
                .filter(it -> measure == null ? it.measure() == null : measure.equals(it.measure()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure + " in " + change.contributions()));
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }
}
