package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** Every measure against figures worked out by hand. Day 0 is a Monday. */
class MeasuresTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void threeOfTenSeatsAreFortyPoints() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 1_000_000, 10, 1))
                .fact(acme.used(Day.at(0, 9), "p1"))
                .fact(acme.used(Day.at(0, 9), "p2"))
                .fact(acme.used(Day.at(0, 9), "p3"));

        is("active-seats", 300, 40_000, "30% of 10 paid seats active in 28 days");
    }

    @Test
    void aSeatStaysActiveFor28FinishedDays() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 1_000_000, 1, 1))
                .fact(acme.used(Day.at(0, 9), "p1"));

        assertThat(story.tick(Day.at(28, 23)).measure("active-seats").value()).isEqualTo(1000);
        assertThat(story.tick(Day.start(29)).measure("active-seats").value()).isZero();
    }

    @Test
    void activeDaysAreScaledToTheDaysSeenAndWaitForAWeek() {
        story.fact(acme.used(Day.at(0, 9), "p1")).fact(acme.used(Day.at(3, 9), "p1"));

        story.tick(Day.at(5, 1));
        assertThat(story.measure("active-days").sentence()).isEqualTo("Collecting, 5 of 7 days");
        story.tick(Day.start(7));
        is("active-days", 8_000, 60_000, "Active people used it on 8 of 28 days on average");
    }

    @Test
    void threeCoreFeaturesAreSixtyPoints() {
        story.fact(acme.used(Day.at(0, 9), "p1", "export"))
                .fact(acme.used(Day.at(0, 9), "p1", "share"))
                .fact(acme.used(Day.at(0, 10), "p2", "share"))
                .fact(acme.used(Day.at(0, 9), "p1", "report"));

        is("core-features", 3_000, 60_000, "3 core features used in 28 days");
    }

    @Test
    void absenceCountsFinishedWeekdaysAndWaitsForHistory() {
        story.fact(acme.used(Day.at(0, 9), "p1")).tick(Day.start(13));

        MeasureScore collecting = story.measure("days-since-use");
        assertThat(collecting.value()).isNull();
        assertThat(collecting.sentence()).isEqualTo("Collecting, 13 of 14 days");
        story.tick(Day.start(14));
        is("days-since-use", 9_000, 60_000, "9 weekdays without use");
    }

    @Test
    void halfTheUseOfTheFourWeeksBeforeIsNoPoint() {
        story.use(acme, Day.start(0), 28, "p1", "p2").use(acme, Day.start(28), 7, "p1");

        assertThat(story.measure("week-trend").value()).isNull();
        story.tick(Day.start(35));
        is("week-trend", -500, 0, "Use in the last 7 days is 50% below the 4 weeks before");
    }

    @Test
    void aTicketIsOldAfterMoreThanFourteenDays() {
        story.fact(acme.ticket(Day.at(0, 9), "t", TicketSeverity.SEV3, Day.at(0, 9)));

        assertThat(story.tick(Day.at(14, 23)).measure("old-tickets").value()).isZero();
        story.tick(Day.start(15));
        is("old-tickets", 1_000, 83_333, "1 ticket open for more than 14 days");
        story.fact(acme.solved(Day.at(15, 1), "t", TicketSeverity.SEV3, Day.at(0, 9)));
        assertThat(story.measure("old-tickets").value()).isZero();
    }

    @Test
    void csatIsAMeanOfNinetyDays() {
        story.fact(acme.csat(Day.at(0, 9), 3)).fact(acme.csat(Day.at(1, 9), 5));

        is("csat", 4_000, 70_000, "CSAT is 4 of 5 over 90 days");
        assertThat(story.tick(Day.start(91)).measure("csat").value()).isEqualTo(5_000);
        assertThat(story.tick(Day.start(92)).measure("csat").value()).isNull();
    }

    @Test
    void theNewestNpsAnswerStandsForHalfAYear() {
        story.fact(acme.nps(Day.at(1, 9), 6)).fact(acme.nps(Day.at(0, 9), 10));

        is("nps", 6_000, 40_000, "The newest NPS answer is 6 of 10");
        assertThat(story.tick(Day.start(181)).measure("nps").value()).isEqualTo(6_000);
        assertThat(story.tick(Day.start(182)).measure("nps").value()).isNull();
    }

    @Test
    void onlyATouchWithTheSponsorCountsOnceOneIsKnown() {
        story.fact(acme.contact(Day.start(0), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss"))
                .fact(acme.met(Day.at(80, 9), "user"))
                .tick(Day.start(90));

        is("sponsor-met", 90_000, 60_000, "90 days since the last touch with a sponsor");
    }

    @Test
    void threeContactsInTouchAreEightyPoints() {
        story.fact(acme.met(Day.at(0, 9), "p1", "p2")).fact(acme.met(Day.at(1, 9), "p2", "p3"));

        is("contacts-touched", 3_000, 80_000, "3 contacts in touch in 90 days");
        assertThat(story.tick(Day.start(91)).measure("contacts-touched").value())
                .isEqualTo(2_000);
    }

    @Test
    void aMilestoneIsMissedAtTheInstantItWasDue() {
        story.fact(acme.planned(Day.start(0), "kickoff", Day.at(2, 9)));

        assertThat(story.tick(Day.at(2, 8)).measure("milestones-missed").value())
                .isZero();
        story.tick(Day.at(2, 9));
        is("milestones-missed", 1_000, 50_000, "1 milestone overdue: kickoff");
        story.fact(acme.reached(Day.at(2, 10), "kickoff", Day.at(2, 9)));
        assertThat(story.measure("milestones-missed").value()).isZero();
    }

    @Test
    void anObjectiveIsAgreedThenConfirmed() {
        story.fact(acme.planned(Day.start(0), "kickoff", Day.at(50, 9)));
        is("objective", 0, 20_000, "No objective is agreed");

        story.fact(acme.planned(Day.at(0, 1), "objective-confirmed", Day.at(50, 9)));
        is("objective", 1_000, 60_000, "An objective is agreed, not yet confirmed");

        story.fact(acme.reached(Day.at(1, 1), "objective-confirmed", Day.at(50, 9)));
        is("objective", 2_000, 100_000, "An objective was confirmed");
    }

    @Test
    void anInvoiceFifteenDaysOverdueIsFiftyPoints() {
        story.fact(acme.invoice(Day.start(0), "i", Day.MONDAY.plusDays(1), null, 1))
                .tick(Day.start(16));

        is("invoice-overdue", 15_000, 50_000, "An invoice is 15 days overdue");
        story.fact(acme.invoice(Day.at(16, 9), "i", Day.MONDAY.plusDays(1), Day.MONDAY.plusDays(16), 2));
        assertThat(story.measure("invoice-overdue").value()).isZero();
    }

    @Test
    void whatIsNotMeaningfulIsNoUse() {
        story.fact(acme.viewed(Day.at(0, 9), "p1"));

        assertThat(story.measure("core-features").value()).isNull();
        assertThat(story.state().score()).isNull();
    }

    @Test
    void lateUsageLandsInItsOwnDay() {
        story.fact(acme.used(Day.at(0, 9), "p1")).tick(Day.start(20));
        assertThat(story.measure("days-since-use").value()).isEqualTo(14_000);

        story.fact(acme.used(Day.at(15, 9), "p1"));

        assertThat(story.measure("days-since-use").value()).isEqualTo(3_000);
    }

    private void is(String measure, long value, long points, String sentence) {
        MeasureScore score = story.measure(measure);
        assertThat(score.value()).isEqualTo(value);
        assertThat(score.points()).isEqualTo(points);
        assertThat(score.sentence()).isEqualTo(sentence);
    }
}
