package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** When signals open, close, stay silent and are taken back. */
class EpisodesTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void aDetractorIsASignalAtOnceAndOverWithABetterAnswer() {
        story.fact(acme.nps(Day.at(0, 9), 3)).fact(acme.nps(Day.at(1, 9), 8));

        SignalChanged opened = story.signals(Reason.SEN_NPS_DETRACTOR).get(0);
        assertThat(opened.openedAt()).isEqualTo(Day.at(0, 9));
        assertThat(opened.evidence().get(0).eventId()).isNotNull();
        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void aDropOfFifteenPointsOpensWithTheFactThatCausesIt() {
        midMarket(21);
        int before = story.signals().size();

        story.fact(acme.csat(Day.at(20, 13), 1));

        SignalChanged risk = story.signals().stream()
                .skip(before)
                .filter(signal -> signal.reason() == Reason.SUP_CSAT_LOW)
                .findFirst()
                .orElseThrow();
        assertThat(risk.state()).isEqualTo(SignalState.OPENED);
        assertThat(risk.openedAt()).isEqualTo(Day.at(20, 13));
        assertThat(risk.sentence()).contains("points in the 7 days to");
        assertThat(risk.valueAtRisk().minor()).isEqualTo(3_000_000);
    }

    @Test
    void aLowScoreOpensAfterThreeDaysAndNotInTheWarmUp() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 100, 1))
                .use(acme, Day.start(0), 1, "p1")
                .daysUntil(Day.start(7))
                .use(acme, Day.start(7), 1, "p1")
                .daysUntil(Day.at(16, 23));
        assertThat(story.signals(Reason.USAGE_LEVEL_LOW)).isEmpty();

        story.tick(Day.start(17));

        SignalChanged risk = story.signals(Reason.USAGE_LEVEL_LOW).get(0);
        assertThat(risk.openedAt()).isEqualTo(Day.start(17));
        assertThat(risk.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void silenceOpensAfterFourteenFinishedDaysAndEndsWithUseOnThreeOfSeven() {
        midMarket(20);

        story.daysUntil(Day.start(33));
        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
        story.tick(Day.start(34));
        assertThat(silent().openedAt()).isEqualTo(Day.start(34));

        story.use(acme, Day.start(34), 3, "p1");
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED);
        story.tick(Day.start(37));
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void aQuietSourceFreezesWhatItFeedsAndAccusesNobody() {
        midMarket(20);
        long score = story.state().score();
        int confidence = story.state().confidence();

        story.quiet("web", Day.at(20, 12)).daysUntil(Day.start(60));

        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
        assertThat(story.score().score()).isEqualTo(story.state().score());
        assertThat(story.measure("days-since-use").frozen()).isTrue();
        assertThat(story.score().frozen()).containsExactly("web");
        assertThat(story.state().confidence()).isLessThan(confidence);
        assertThat(story.state().score()).isCloseTo(score, org.assertj.core.data.Offset.offset(2_000L));
    }

    @Test
    void aSourceThatCameBackMakesTheSilenceReal() {
        midMarket(20);
        story.quiet("web", Day.at(20, 12)).daysUntil(Day.start(40));

        story.back("web").tick(Day.at(40, 1));

        assertThat(silent().openedAt()).isEqualTo(Day.start(34));
    }

    @Test
    void lateUsageShowsThatTheSilenceNeverWas() {
        midMarket(20);
        story.daysUntil(Day.start(35));
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED);

        story.fact(acme.used(Day.at(30, 9), "p1"));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
        assertThat(story.state().openEpisodes())
                .noneMatch(episode -> episode.rule().equals("silent"));
    }

    @Test
    void aMilestoneIsMissedAtItsInstantAndClearedWhenReached() {
        story.fact(acme.planned(Day.start(0), "kickoff", Day.at(2, 9)));
        assertThat(story.state().nextBoundary()).isEqualTo(Day.start(1));
        story.tick(Day.start(2));
        assertThat(story.state().nextBoundary()).isEqualTo(Day.at(2, 9));

        story.tick(Day.at(2, 9)).fact(acme.reached(Day.at(2, 15), "kickoff", Day.at(2, 9)));

        assertThat(story.signals(Reason.ONB_MILESTONE_MISSED).get(0).openedAt()).isEqualTo(Day.at(2, 9));
        assertThat(story.states(Reason.ONB_MILESTONE_MISSED)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void aMilestoneReachedInTimeButToldLateIsTakenBack() {
        story.fact(acme.planned(Day.start(0), "kickoff", Day.at(2, 9))).tick(Day.at(3, 9));

        story.fact(acme.reached(Day.at(2, 1), "kickoff", Day.at(2, 9)));

        assertThat(story.states(Reason.ONB_MILESTONE_MISSED))
                .containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    @Test
    void aSevereTicketIsASignalAfterFourHours() {
        story.fact(acme.ticket(Day.at(0, 9), "t-7", TicketSeverity.SEV1, Day.at(0, 9)));
        story.tick(Day.at(0, 10));
        assertThat(story.state().nextBoundary()).isEqualTo(Day.at(0, 13));

        story.tick(Day.at(0, 12));
        assertThat(story.signals()).isEmpty();
        story.tick(Day.at(0, 13));

        SignalChanged severe = story.signals(Reason.SUP_SEVERE_OPEN).get(0);
        assertThat(severe.sentence()).contains("t-7");
        story.fact(acme.solved(Day.at(0, 14), "t-7", TicketSeverity.SEV1, Day.at(0, 9)));
        assertThat(story.states(Reason.SUP_SEVERE_OPEN)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void aSponsorWhoLeavesIsASignalUntilThereIsAnother() {
        story.fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.contact(Day.at(5, 9), "boss", ContactRole.SPONSOR, false, 2))
                .tick(Day.at(5, 10));
        assertThat(story.states(Reason.REL_SPONSOR_LEFT)).containsExactly(SignalState.OPENED);

        story.fact(acme.contact(Day.at(6, 9), "chief", ContactRole.SPONSOR, true, 1));

        assertThat(story.states(Reason.REL_SPONSOR_LEFT)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
    }

    @Test
    void anInvoiceIsASignalFifteenDaysAfterItWasDue() {
        story.fact(acme.invoice(Day.start(0), "i", Day.MONDAY.plusDays(1), null, 1))
                .daysUntil(Day.start(15));
        assertThat(story.state().openEpisodes())
                .noneMatch(episode -> episode.rule().equals("invoice-overdue"));

        story.tick(Day.start(16));

        assertThat(story.state().openEpisodes())
                .anyMatch(episode -> episode.rule().equals("invoice-overdue")
                        && episode.openedAt().equals(Day.start(16)));
    }

    @Test
    void seatsNearTheirLimitForTwoWeeksAreAnExpansion() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 2, 1))
                .use(acme, Day.start(0), 16, "p1", "p2");

        SignalChanged expansion = story.signals(Reason.EXP_SEATS_NEAR_LIMIT).get(0);
        assertThat(expansion.openedAt()).isEqualTo(Day.start(15));
        assertThat(expansion.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aContractStartsOnce() {
        story.fact(acme.contract(Day.at(0, 9), "c", Day.MONDAY.plusDays(2), 3_000_000, 10, 1))
                .daysUntil(Day.start(20));

        assertThat(story.states(Reason.LIFE_STARTED)).containsExactly(SignalState.OPENED);
        assertThat(story.signals(Reason.LIFE_STARTED).get(0).openedAt()).isEqualTo(Day.start(2));
    }

    @Test
    void whatStartedLongAgoIsNoNews() {
        story.fact(acme.contract(Day.at(0, 9), "c", Day.MONDAY.minusDays(20), 3_000_000, 10, 1))
                .daysUntil(Day.start(5));

        assertThat(story.signals(Reason.LIFE_STARTED)).isEmpty();
    }

    @Test
    void aJumpOfTheClockPassesEveryMidnightOnItsWay() {
        midMarket(20);

        story.tick(Day.at(40, 7));

        assertThat(silent().openedAt()).isEqualTo(Day.start(34));
    }

    @Test
    void theSameEpisodeOpensAgainWithinTheReopenWindowAndNotInTheCooldown() {
        midMarket(20);
        story.daysUntil(Day.start(34)).use(acme, Day.start(34), 4, "p1");
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.CLEARED);

        story.daysUntil(Day.start(53));

        assertThat(story.states(Reason.USAGE_SILENT))
                .containsExactly(SignalState.OPENED, SignalState.CLEARED, SignalState.OPENED);
        assertThat(story.signals(Reason.USAGE_SILENT))
                .extracting(SignalChanged::episodeId)
                .hasSize(3)
                .containsOnly(silent().episodeId());
        assertThat(story.signals(Reason.USAGE_SILENT).get(2).transition()).isEqualTo(3);
    }

    @Test
    void whatAnOutageHidTheBacklogTellsBeforeTimePasses() {
        midMarket(20);

        story.fact(acme.used(Day.at(25, 9), "p1"))
                .fact(acme.used(Day.at(33, 9), "p1"))
                .tick(Day.start(36));

        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
    }

    private SignalChanged silent() {
        return story.signals(Reason.USAGE_SILENT).get(0);
    }

    /** A mid-market account in use on each of so many days. */
    private void midMarket(int days) {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .use(acme, Day.start(0), days, "p1", "p2", "p3", "p4", "p5", "p6");
    }
}
