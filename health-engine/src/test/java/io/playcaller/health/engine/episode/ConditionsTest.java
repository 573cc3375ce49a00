package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.Deal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Signals of relationships, onboarding, support, contracts and objectives that were once told only as a reason of the whole score, or not at all. */
class ConditionsTest extends MidMarketStory {

    private static final SignalState OPENED = SignalState.OPENED;
    private static final SignalState CLEARED = SignalState.CLEARED;

    @Test
    void aSponsorIsColdAfterNinetyDaysWithoutATouch() {
        midMarket(10, 0)
                .fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss", "p1", "p2"))
                .daysUntil(Day.start(89))
                .fact(acme.met(Day.at(89, 1), "p1", "p2", "p3"));
        assertThat(story.signals(Reason.REL_SPONSOR_COLD)).isEmpty();

        story.tick(Day.start(90));
        assertThat(only(Reason.REL_SPONSOR_COLD).sentence())
                .isEqualTo("The sponsor was last met on 2026-03-02, 90 days ago");
        story.fact(acme.met(Day.at(91, 9), "boss"));
        assertThat(story.states(Reason.REL_SPONSOR_COLD)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void oneContactForTwoWeeksIsASingleThread() {
        midMarket(10, 0).fact(acme.met(Day.at(0, 9), "p1")).daysUntil(Day.start(14));
        assertThat(story.signals(Reason.REL_SINGLE_THREAD)).isEmpty();

        story.daysUntil(Day.start(15)).fact(acme.met(Day.at(16, 9), "p2")).tick(Day.start(17));
        assertThat(only(Reason.REL_SINGLE_THREAD).openedAt()).isEqualTo(Day.at(14, 9));

        story.fact(acme.met(Day.at(17, 9), "p3"));
        assertThat(story.states(Reason.REL_SINGLE_THREAD)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aKickoffIsLateAfterFiveWeekdaysWhereSuchThingsAreTold() {
        midMarket(10, 0).fact(acme.planned(Day.start(0), "first-value", Day.start(40)));

        story.daysUntil(Day.start(7));
        assertThat(story.signals(Reason.ONB_KICKOFF_LATE)).isEmpty();
        story.tick(Day.start(8));
        assertThat(only(Reason.ONB_KICKOFF_LATE).openedAt()).isEqualTo(Day.start(8));
        assertThat(only(Reason.ONB_KICKOFF_LATE).sentence())
                .isEqualTo("6 weekdays since the start on 2026-03-02 without a kickoff, and none is dated");

        story.fact(acme.planned(Day.at(8, 9), "kickoff", Day.start(12)));
        assertThat(story.states(Reason.ONB_KICKOFF_LATE)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void whereNobodyKeepsMilestonesNobodyIsAccusedOfALateKickoff() {
        midMarket(10, 0).use(acme, Day.start(0), 30, people(6));

        assertThat(story.signals(Reason.ONB_KICKOFF_LATE)).isEmpty();
        assertThat(story.signals(Reason.ONB_STALLED)).isEmpty();
    }

    @Test
    void onboardingThatLastsAFifthLongerThanItsTargetIsStalled() {
        midMarket(10, 0)
                .fact(acme.reached(Day.at(0, 9), "kickoff", Day.start(1)))
                .fact(acme.planned(Day.at(0, 9), "first-value", Day.start(200)))
                .daysUntil(Day.start(108));

        assertThat(only(Reason.ONB_STALLED).openedAt()).isEqualTo(Day.start(108));
        assertThat(only(Reason.ONB_STALLED).sentence())
                .isEqualTo("Onboarding lasts for 108 days since 2026-03-02; it counts as stalled after 108");
        story.fact(acme.reached(Day.at(109, 1), "first-value", Day.start(200)));
        assertThat(story.states(Reason.ONB_STALLED)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void threeTicketsOfAThemeInThirtyDaysAreARecurringIssue() {
        midMarket(10, 0)
                .fact(acme.ticketAbout(Day.at(1, 9), "t-1", "export"))
                .fact(acme.ticketAbout(Day.at(5, 9), "t-2", "export"))
                .fact(acme.ticketAbout(Day.at(6, 9), "t-3", "login"));
        assertThat(story.signals(Reason.SUP_RECURRING)).isEmpty();

        story.daysUntil(Day.at(9, 9)).fact(acme.ticketAbout(Day.at(9, 9), "t-4", "export"));

        assertThat(only(Reason.SUP_RECURRING).sentence()).isEqualTo("3 tickets in 30 days about export");
        assertThat(only(Reason.SUP_RECURRING).themes()).containsExactly("export");
        story.daysUntil(Day.start(34));
        assertThat(story.states(Reason.SUP_RECURRING)).containsExactly(OPENED);
        story.tick(Day.start(35));
        assertThat(story.states(Reason.SUP_RECURRING)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void anotherThemeThatRecursIsTold() {
        midMarket(10, 0);
        for (int i = 0; i < 3; i++) {
            story.fact(acme.ticketAbout(Day.at(1, i + 1), "t-" + i, "export"));
        }
        for (int i = 0; i < 3; i++) {
            story.fact(acme.ticketAbout(Day.at(2, i + 1), "u-" + i, "login"));
        }

        assertThat(story.states(Reason.SUP_RECURRING)).containsExactly(OPENED, SignalState.UPDATED);
    }

    @Test
    void twoTicketsThatWereOpenedAgainInThirtyDaysAreASignal() {
        midMarket(10, 0)
                .daysUntil(Day.at(5, 9))
                .fact(acme.reopened(Day.at(2, 9), "t-1", Day.at(1, 9)))
                .fact(acme.reopened(Day.at(4, 9), "t-1", Day.at(1, 9)));
        assertThat(story.signals(Reason.SUP_REOPENED)).isEmpty();

        story.fact(acme.reopened(Day.at(5, 9), "t-2", Day.at(1, 9)));
        assertThat(only(Reason.SUP_REOPENED).openedAt()).isEqualTo(Day.at(5, 9));
        assertThat(only(Reason.SUP_REOPENED).sentence()).isEqualTo("Opened again in 30 days: t-1, t-2");
        story.fact(acme.reopened(Day.at(6, 9), "t-3", Day.at(1, 9)));
        assertThat(story.signals(Reason.SUP_REOPENED).get(1).sentence())
                .isEqualTo("Also opened again: t-3; before: t-1, t-2");

        story.daysUntil(Day.start(34));
        assertThat(story.states(Reason.SUP_REOPENED)).containsExactly(OPENED, SignalState.UPDATED);
        story.daysUntil(Day.start(35));
        assertThat(story.states(Reason.SUP_REOPENED)).containsExactly(OPENED, SignalState.UPDATED, CLEARED);
    }

    /** Of a ticket three versions are kept. */
    @Test
    void whatElseHappensToATicketDoesNotUndoThatItWasOpenedAgain() {
        midMarket(10, 0)
                .daysUntil(Day.at(5, 9))
                .fact(acme.reopened(Day.at(2, 9), "t-1", Day.at(1, 9)))
                .fact(acme.reopened(Day.at(2, 9), "t-2", Day.at(1, 9)));
        for (int day = 6; day < 10; day++) {
            story.daysUntil(Day.at(day, 9)).fact(acme.ticketAbout(Day.at(day, 9), "t-1", "export"));
        }
        story.fact(acme.nps(Day.at(1, 9), 8));

        assertThat(story.states(Reason.SUP_REOPENED)).containsExactly(OPENED);
    }

    @Test
    void aReopeningThatIsTakenBackNeverWas() {
        Event<?> again = acme.reopened(Day.at(2, 9), "t-2", Day.at(1, 9));
        midMarket(10, 0)
                .daysUntil(Day.at(5, 9))
                .fact(acme.reopened(Day.at(2, 9), "t-1", Day.at(1, 9)))
                .fact(again)
                .fact(acme.retracted(Day.at(6, 9), again));

        assertThat(story.states(Reason.SUP_REOPENED)).containsExactly(OPENED, SignalState.RETRACTED);
    }

    @Test
    void noticeIsASignalUntilItIsTakenBack() {
        Event<?> contract = acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1);
        story.fact(contract)
                .daysUntil(Day.at(3, 9))
                .fact(acme.noticed(Day.at(3, 9), contract, Day.MONDAY.plusDays(3), 2));

        SignalChanged notice = only(Reason.COM_CONTRACTION_ASKED);
        assertThat(notice.severity()).isEqualTo(Severity.HIGH);
        assertThat(notice.valueAtRisk().minor()).isEqualTo(3_000_000);
        assertThat(notice.sentence())
                .isEqualTo("Notice was received on 2026-03-05 for the contract that ends on 2027-03-02");
        story.tick(Day.at(9, 9)).fact(acme.noticed(Day.at(9, 9), contract, null, 3));
        assertThat(story.states(Reason.COM_CONTRACTION_ASKED)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void theEndOfTheLastContractIsALossUntilOneIsOpenAgain() {
        story.fact(acme.contract(Day.start(0), closedOnItsLastDay(), 1)).daysUntil(Day.start(60));
        assertThat(only(Reason.LIFE_CHURNED).openedAt()).isEqualTo(Day.start(5));
        assertThat(only(Reason.LIFE_CHURNED).sentence())
                .isEqualTo("The last contract ended on 2026-03-07, and none follows");

        story.fact(acme.contract(Day.at(60, 9), "d", Day.MONDAY.plusDays(60), 3_000_000, 10, 1));
        assertThat(story.states(Reason.LIFE_CHURNED)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aRenewalThatIsToldAfterTheEndShowsThatThereWasNoLoss() {
        story.fact(acme.contract(Day.start(0), closedOnItsLastDay(), 1))
                .daysUntil(Day.start(7))
                .fact(acme.contract(Day.at(4, 9), "d", Day.MONDAY.plusDays(5), 3_000_000, 10, 1));

        assertThat(story.states(Reason.LIFE_CHURNED)).containsExactly(OPENED, SignalState.RETRACTED);
    }

    private static Deal closedOnItsLastDay() {
        LocalDate end = Day.MONDAY.plusDays(5);
        return Deal.of("c", end.minusYears(1), end, 3_000_000).closed(end);
    }

    @Test
    void whoLeftLongAgoIsNoNews() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY.minusYears(2), 3_000_000, 10, 1))
                .daysUntil(Day.start(60));

        assertThat(story.signals(Reason.LIFE_CHURNED)).isEmpty();
    }

    @Test
    void aPromoterWithGoodHealthForSixtyDaysMayBeAskedForAReference() {
        midMarket(10, 0).fact(acme.nps(Day.at(0, 9), 9)).fact(acme.csat(Day.at(0, 9), 5));
        useWidely(0, 75);

        SignalChanged due = only(Reason.ADV_REFERENCE_DUE);
        assertThat(due.openedAt()).isBetween(Day.start(60), Day.start(74));
        assertThat(due.sentence()).isEqualTo("The newest NPS answer is 9 of 10, and the grade was A for 60 days");
        story.fact(acme.nps(Day.at(75, 9), 3));
        assertThat(story.states(Reason.ADV_REFERENCE_DUE)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aPromoterIsToldAtOnceWhateverTheHealthIs() {
        midMarket(10, 0).tick(Day.start(1)).fact(acme.nps(Day.at(1, 9), 8));
        assertThat(story.signals(Reason.ADV_PROMOTER)).isEmpty();

        story.fact(acme.nps(Day.at(2, 9), 10));
        SignalChanged promoter = only(Reason.ADV_PROMOTER);
        assertThat(promoter.openedAt()).isEqualTo(Day.at(2, 9));
        assertThat(promoter.severity()).isEqualTo(Severity.LOW);
        assertThat(promoter.sentence()).isEqualTo("The newest NPS answer is 10 of 10");
        assertThat(story.signals(Reason.ADV_REFERENCE_DUE)).isEmpty();

        story.daysUntil(Day.start(182));
        assertThat(story.states(Reason.ADV_PROMOTER)).containsExactly(OPENED);
        story.tick(Day.start(183));
        assertThat(story.states(Reason.ADV_PROMOTER)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void aPromoterOfWhoseSourceNothingIsHeardStaysOne() {
        midMarket(10, 0).tick(Day.start(1)).fact(acme.nps(Day.at(1, 9), 9));
        story.daysUntil(Day.at(160, 9)).fact(acme.used(Day.at(160, 9), "p1"));

        story.quiet("web", Day.start(170)).daysUntil(Day.start(200));
        assertThat(story.states(Reason.ADV_PROMOTER)).containsExactly(OPENED);

        story.back("web").tick(Day.start(201));
        assertThat(story.states(Reason.ADV_PROMOTER)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void whoIsUnhappyWithSupportIsNoPromoter() {
        midMarket(10, 0).fact(acme.nps(Day.at(1, 9), 9)).tick(Day.start(2)).fact(acme.csat(Day.at(2, 9), 1));

        assertThat(story.states(Reason.ADV_PROMOTER)).containsExactly(OPENED, CLEARED);
    }

    @Test
    void anObjectiveThatWasDueAndIsNotAchievedIsASignal() {
        midMarket(10, 0)
                .fact(acme.objective(Day.start(0), "o-1", Day.at(9, 9), null, null))
                .daysUntil(Day.at(9, 8));
        assertThat(story.signals(Reason.VAL_OBJECTIVE_MISSED)).isEmpty();
        assertThat(story.measure("objective").value()).isEqualTo(1000);

        story.tick(Day.at(9, 9));
        assertThat(only(Reason.VAL_OBJECTIVE_MISSED).openedAt()).isEqualTo(Day.at(9, 9));
        assertThat(only(Reason.VAL_OBJECTIVE_MISSED).sentence()).isEqualTo("Due and not achieved: o-1");

        story.fact(acme.objective(Day.at(12, 9), "o-1", Day.at(9, 9), Day.at(12, 9), "p1"));
        assertThat(story.states(Reason.VAL_OBJECTIVE_MISSED)).containsExactly(OPENED, CLEARED);
        assertThat(story.measure("objective").value()).isEqualTo(2000);
    }

    @Test
    void anObjectiveThatWasAchievedInTimeAndToldLateWasNeverMissed() {
        midMarket(10, 0)
                .fact(acme.objective(Day.start(0), "o-1", Day.at(9, 9), null, null))
                .daysUntil(Day.start(12));
        assertThat(story.states(Reason.VAL_OBJECTIVE_MISSED)).containsExactly(OPENED);

        story.fact(acme.objective(Day.at(12, 9), "o-1", Day.at(9, 9), Day.at(8, 9), "p1"));

        assertThat(story.states(Reason.VAL_OBJECTIVE_MISSED)).containsExactly(OPENED, SignalState.RETRACTED);
    }

    @Test
    void anObjectiveThatIsTakenBackWasNeverAgreed() {
        Event<?> agreed = acme.objective(Day.start(0), "o-1", Day.at(9, 9), null, null);
        midMarket(10, 0).fact(agreed).fact(acme.retracted(Day.at(1, 9), agreed)).daysUntil(Day.start(12));

        assertThat(story.signals(Reason.VAL_OBJECTIVE_MISSED)).isEmpty();
        assertThat(story.measure("objective").value()).isNull();
    }

    @Test
    void aConfirmedObjectiveWithGoodHealthForThirtyDaysProvesValue() {
        midMarket(10, 0).fact(acme.objective(Day.at(0, 9), "o-1", Day.start(9), Day.at(0, 9), "p1"));
        useWidely(0, 40);

        assertThat(only(Reason.EXP_VALUE_PROVEN).openedAt()).isBetween(Day.start(30), Day.start(40));
        assertThat(only(Reason.EXP_VALUE_PROVEN).sentence())
                .isEqualTo("The customer confirmed an objective, and the grade was A or B for 30 days");
    }

    @Test
    void noticeOfAContractThatRenewedItselfIsForTheTermThatRuns() {
        Event<?> contract = acme.contract(
                Day.start(0), "c", Day.MONDAY.minusYears(3), Day.MONDAY.minusYears(2), 3_000_000, true, 1);
        story.fact(contract)
                .daysUntil(Day.at(3, 9))
                .fact(acme.noticed(Day.at(3, 9), contract, Day.MONDAY.plusDays(3), 2));

        assertThat(only(Reason.COM_CONTRACTION_ASKED).sentence())
                .isEqualTo("Notice was received on 2026-03-05 for the contract that ends on 2027-03-02");
    }
}
