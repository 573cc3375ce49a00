package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.testing.Day;
import org.junit.jupiter.api.Test;

/** A customer under contract with whom nobody of ours was in touch for long. Day 0 is a Monday. */
class NoTouchTest extends MidMarketStory {

    private static final SignalState OPENED = SignalState.OPENED;
    private static final SignalState CLEARED = SignalState.CLEARED;

    @Test
    void sixtyDaysWithoutATouchAreToldUntilThereIsOne() {
        midMarket(10, 0).fact(acme.met(Day.at(3, 9), "p1", "p2", "p3")).daysUntil(Day.start(62));
        assertThat(story.signals(Reason.REL_NO_TOUCH)).isEmpty();

        story.tick(Day.start(63));
        assertThat(only(Reason.REL_NO_TOUCH).openedAt()).isEqualTo(Day.start(63));
        assertThat(only(Reason.REL_NO_TOUCH).severity()).isEqualTo(Severity.HIGH);
        assertThat(only(Reason.REL_NO_TOUCH).sentence())
                .isEqualTo("One of ours was last in touch on 2026-03-05, 60 days ago");

        story.fact(acme.met(Day.at(64, 9)));
        assertThat(story.states(Reason.REL_NO_TOUCH)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void anEnterpriseIsMissedAfterFourWeeks() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 20_000_000, 10, 1))
                .fact(acme.met(Day.at(0, 9), "p1"))
                .daysUntil(Day.start(30));

        assertThat(only(Reason.REL_NO_TOUCH).openedAt()).isEqualTo(Day.start(28));
        assertThat(only(Reason.REL_NO_TOUCH).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void whoIsLookedAfterOnSignalOnlyIsNotMissed() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 1_000_000, 10, 1))
                .fact(acme.met(Day.at(0, 9), "p1"))
                .daysUntil(Day.start(100));

        assertThat(story.signals(Reason.REL_NO_TOUCH)).isEmpty();
    }

    @Test
    void whereNobodyTellsOfTouchesNobodyIsAccused() {
        midMarket(10, 0).fact(acme.planned(Day.at(0, 9), "first-value", Day.start(200)));

        story.daysUntil(Day.start(100));

        assertThat(story.signals(Reason.REL_NO_TOUCH)).isEmpty();
    }

    @Test
    void talksBeforeTheContractCountFromItsBeginning() {
        story.fact(acme.met(Day.at(0, 9), "p1")).daysUntil(Day.start(50));
        midMarket(10, 50).daysUntil(Day.start(109));
        assertThat(story.signals(Reason.REL_NO_TOUCH)).isEmpty();

        story.daysUntil(Day.start(111));
        assertThat(only(Reason.REL_NO_TOUCH).openedAt()).isEqualTo(Day.start(110));
        assertThat(only(Reason.REL_NO_TOUCH).sentence())
                .isEqualTo("Nobody was in touch in the 60 days since the contract began on 2026-04-21");
    }

    @Test
    void itIsOverWithTheContract() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY.minusYears(1).plusDays(80), 3_000_000, 10, 1))
                .fact(acme.met(Day.at(0, 9), "p1"))
                .daysUntil(Day.start(81));
        assertThat(story.states(Reason.REL_NO_TOUCH))
                .as("nobody closed it: it may still be signed")
                .containsExactly(OPENED);

        story.daysUntil(Day.start(111));
        assertThat(story.states(Reason.REL_NO_TOUCH)).containsExactly(OPENED, CLEARED);
        assertThat(story.signals(Reason.REL_NO_TOUCH).get(1).at()).isEqualTo(Day.start(110));
    }

    @Test
    void whileTheSourceOfTouchesIsQuietTheDaysDoNotCount() {
        midMarket(10, 0).fact(acme.met(Day.at(0, 9), "p1")).daysUntil(Day.start(40));

        story.quiet("web", Day.start(40)).daysUntil(Day.start(80));
        assertThat(story.signals(Reason.REL_NO_TOUCH)).isEmpty();

        story.back("web").tick(Day.start(81));
        assertThat(story.states(Reason.REL_NO_TOUCH)).containsExactly(OPENED);
    }

    @Test
    void aTouchThatIsToldLateTakesItBack() {
        midMarket(10, 0).fact(acme.met(Day.at(0, 9), "p1")).daysUntil(Day.start(65));
        assertThat(story.states(Reason.REL_NO_TOUCH)).containsExactly(OPENED);

        story.fact(acme.met(Day.at(55, 9), "p2"));

        assertThat(story.states(Reason.REL_NO_TOUCH)).containsExactly(OPENED, SignalState.RETRACTED);
    }
}
