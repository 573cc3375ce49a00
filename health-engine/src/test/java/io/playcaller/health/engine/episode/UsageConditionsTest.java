package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signals of what is used, and by whom, that were once told only as a reason of the whole score, or not at all. */
class UsageConditionsTest extends MidMarketStory {

    private static final SignalState OPENED = SignalState.OPENED;
    private static final SignalState CLEARED = SignalState.CLEARED;

    @Test
    void useThatFellByHalfForTwoDaysIsADrop() {
        midMarket(20, 0).use(acme, Day.start(0), 42, people(10));

        story.use(acme, Day.start(42), 5, people(1)).tick(Day.start(47));
        assertThat(story.signals(Reason.USAGE_DROP)).isEmpty();
        story.use(acme, Day.start(47), 2, people(1));

        SignalChanged drop = only(Reason.USAGE_DROP);
        assertThat(drop.openedAt()).isEqualTo(Day.start(48));
        assertThat(drop.severity()).isEqualTo(Severity.HIGH);
        assertThat(drop.sentence())
                .isEqualTo(
                        "Use fell by 77%: 16 uses in the 7 days to 2026-04-18, against 70 a week in the 4 weeks before and 70 in the quietest week a month before");
    }

    @Test
    void useThatStoppedIsASilenceAndNoDropNorALostAdministrator() {
        midMarket(20, 0)
                .fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1))
                .use(acme, Day.start(0), 47, people(10))
                .daysUntil(Day.start(90));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(OPENED);
        assertThat(story.signals(Reason.USAGE_DROP)).isEmpty();
        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();
        assertThat(story.signals(Reason.USAGE_SEATS_IDLE)).isEmpty();
    }

    @Test
    void whileASilenceSaysItTheWholeScoreDoesNotSayItAgain() {
        midMarket(20, 0).use(acme, Day.start(0), 20, people(10)).daysUntil(Day.start(80));

        assertThat(story.state().score()).isLessThan(50_000);
        assertThat(story.signals().stream().filter(MidMarketStory::ofTheScore)).isEmpty();
    }

    @Test
    void aQuietSourceAccusesNobodyOfADrop() {
        midMarket(20, 0).use(acme, Day.start(0), 42, people(10));

        story.quiet("web", Day.at(42, 12)).daysUntil(Day.start(60));

        assertThat(story.signals(Reason.USAGE_DROP)).isEmpty();
    }

    @Test
    void seatsAreIdleFromTheSixtiethDayOn() {
        midMarket(10, 0).use(acme, Day.start(0), 60, people(4));
        assertThat(story.signals(Reason.USAGE_SEATS_IDLE)).isEmpty();

        story.tick(Day.start(60));

        assertThat(only(Reason.USAGE_SEATS_IDLE).openedAt()).isEqualTo(Day.start(60));
        assertThat(only(Reason.USAGE_SEATS_IDLE).sentence())
                .isEqualTo("40% of 10 paid seats active in 28 days, 60 days after the start on 2026-03-02");
        story.use(acme, Day.start(60), 9, people(6));
        assertThat(story.states(Reason.USAGE_SEATS_IDLE)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void fourWeeksOfUseMustBeKnownBeforeSeatsAreIdle() {
        story.daysUntil(Day.start(70));
        midMarket(10, 0).use(acme, Day.start(70), 28, people(1));
        assertThat(story.signals(Reason.USAGE_SEATS_IDLE)).isEmpty();

        story.tick(Day.start(98));

        assertThat(only(Reason.USAGE_SEATS_IDLE).openedAt()).isEqualTo(Day.start(98));
    }

    @Test
    void fewFeaturesAreAChanceToTeachAfterNinetyDaysInTiersThatActOnIt() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 1_000_000, 10, 1))
                .use(acme, Day.start(0), 91, people(8));

        assertThat(only(Reason.USAGE_BREADTH_LOW).openedAt()).isEqualTo(Day.start(90));
        assertThat(only(Reason.USAGE_BREADTH_LOW).sentence())
                .isEqualTo("1 core feature used in 28 days, 90 days after the start on 2026-03-02");

        Story enterprise = new Story(new HealthEngine(Models.everyCondition()), "acme").tick(Day.start(0));
        enterprise
                .fact(acme.contract(Day.start(0), "c", Day.MONDAY, 15_000_000, 10, 1))
                .use(acme, Day.start(0), 95, people(8));
        assertThat(enterprise.signals(Reason.USAGE_BREADTH_LOW)).isEmpty();
    }

    @Test
    void anAdministratorWhoStoppedIsMissedUntilAnotherOneUsesIt() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1))
                .use(acme, Day.start(0), 20, people(6))
                .use(acme, Day.start(20), 14, "p2", "p3");
        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();

        story.use(acme, Day.start(34), 30, "p2", "p3");

        SignalChanged lost = only(Reason.USAGE_KEY_USER_LOST);
        assertThat(lost.openedAt()).isEqualTo(Day.start(34));
        assertThat(lost.sentence())
                .isEqualTo("No known administrator used it for 14 days, the last on 2026-03-21; others do");
        story.fact(acme.contact(Day.at(64, 1), "p2", ContactRole.ADMIN, true, 1))
                .tick(Day.start(65));
        assertThat(story.states(Reason.USAGE_KEY_USER_LOST)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aPowerUserWhoLeftIsMissedAtOnceUnlessThereIsAnother() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "p1", ContactRole.POWER_USER, true, 1))
                .fact(acme.contact(Day.start(0), "p2", ContactRole.POWER_USER, true, 1))
                .use(acme, Day.start(0), 20, people(6))
                .fact(acme.contact(Day.at(20, 1), "p1", ContactRole.POWER_USER, false, 2))
                .tick(Day.start(21));
        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();

        story.fact(acme.contact(Day.at(21, 1), "p2", ContactRole.POWER_USER, false, 2));

        assertThat(only(Reason.USAGE_KEY_USER_LOST).sentence())
                .isEqualTo("No power user who is still there is known to use it");
    }

    @Test
    void whoNeverUsedItRegularlyIsNotMissed() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "p9", ContactRole.ADMIN, true, 1))
                .use(acme, Day.start(0), 2, "p9")
                .use(acme, Day.start(2), 40, people(6));

        assertThat(story.signals(Reason.USAGE_KEY_USER_LOST)).isEmpty();
    }

    @Test
    void othersUseItIsSaidOnlyWhileTheyDo() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1))
                .use(acme, Day.start(0), 20, people(6))
                .use(acme, Day.start(20), 15, "p2", "p3")
                .daysUntil(Day.at(43, 9))
                .fact(acme.contract(Day.at(43, 9), "c", Day.MONDAY, 20_000_000, 10, 2));

        List<SignalChanged> lost = story.signals(Reason.USAGE_KEY_USER_LOST);
        assertThat(lost.get(lost.size() - 1).sentence())
                .isEqualTo("No known administrator used it for 23 days, the last on 2026-03-21");
    }
}
