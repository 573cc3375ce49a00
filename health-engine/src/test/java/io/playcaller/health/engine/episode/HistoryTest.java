package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** History and new models are baselines: they open nothing by themselves. */
class HistoryTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void historyOpensNothingUntilItsImportEndsAndThenOnce() {
        FactsOf history = acme.baseline();
        story.backfillStarts("run-1").fact(history.nps(Day.at(0, 9), 2)).daysUntil(Day.start(2));
        assertThat(story.signals()).isEmpty();

        story.backfillEnds("run-1");

        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED);
        assertThat(story.signals().get(0).origin()).isEqualTo(SignalOrigin.BACKFILL);
        story.backfillStarts("run-2").backfillEnds("run-2").daysUntil(Day.start(4));
        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED);
    }

    @Test
    void aTickInTheMiddleOfAnImportFreezesNothing() {
        story.daysUntil(Day.start(60)).backfillStarts("run-1");
        useOnEachDay(20, 30);
        story.tick(Day.at(60, 1));
        useOnEachDay(30, 60);
        story.tick(Day.at(60, 2));

        story.backfillEnds("run-1");

        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
    }

    @Test
    void historyMayClearWhatIsOpen() {
        story.fact(acme.nps(Day.at(0, 9), 2)).tick(Day.start(2));

        story.fact(acme.baseline().nps(Day.at(1, 9), 9));

        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void aNewModelOpensNothing() {
        midMarket();
        story.fact(acme.csat(Day.at(20, 1), 4)).tick(Day.at(20, 13));
        int told = story.signals().size();

        Story after = story.under(new HealthEngine(Models.usageOnly()));
        after.daysUntil(Day.start(22));

        assertThat(after.signals().stream().skip(told).filter(s -> s.state() == SignalState.OPENED))
                .isEmpty();
    }

    @Test
    void aNewModelOpensNothingEvenWhenAFactComesBeforeItsActivation() {
        midMarket();
        HealthEngine other = new HealthEngine(Models.usageOnly());

        Step step = other.apply(story.state(), story.log(), acme.used(Day.at(20, 13), "p7"));

        assertThat(step.signals()).noneMatch(signal -> signal.state() == SignalState.OPENED);
        assertThat(step.changes().get(0).modelVersion()).isEqualTo("usage-1");
        assertThat(step.changes().get(0).contributions()).allMatch(contribution -> contribution.cause() == Cause.MODEL);
    }

    @Test
    void settlingTwiceTellsOnce() {
        story.backfillStarts("run-1").fact(acme.baseline().nps(Day.at(0, 9), 2)).tick(Day.start(1));
        story.backfillEnds("run-1");
        int told = story.signals().size();

        Step again = new HealthEngine(Models.oneCard()).settle(story.state(), story.log());

        assertThat(told).isEqualTo(1);
        assertThat(again.state()).isSameAs(story.state());
    }

    /** One use at noon of each day, as an import tells it. */
    private void useOnEachDay(int first, int end) {
        for (int day = first; day < end; day++) {
            story.fact(acme.baseline().used(Day.at(day, 12), "p1"));
        }
    }

    private void midMarket() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .use(acme, Day.start(0), 21, "p1", "p2", "p3", "p4", "p5", "p6");
    }
}
