package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/**
 * A customer under contract who never used the product is not healthy, once use would have been heard of. Day 0 is a
 * Monday.
 */
class NeverUsedTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void theLevelsAreNothingAfterTheWarmUp() {
        signed(0).daysUntil(Day.start(13));
        assertThat(story.measure("active-seats").value()).isNull();
        assertThat(story.measure("active-seats").sentence()).isEqualTo("Collecting, 13 of 14 days");
        assertThat(story.measure("days-since-use").sentence()).isEqualTo("Collecting, 13 of 14 days");
        assertThat(story.state().score()).isNull();

        story.tick(Day.start(14));

        assertThat(story.measure("active-seats").value()).isZero();
        assertThat(story.measure("active-seats").sentence()).isEqualTo("Never used since 2026-03-02");
        assertThat(story.measure("active-days").value()).isZero();
        assertThat(story.measure("core-features").value()).isZero();
        assertThat(story.measure("days-since-use").value()).isEqualTo(10_000);
        assertThat(story.measure("days-since-use").sentence())
                .isEqualTo("Never used, for 10 weekdays since 2026-03-02");
        assertThat(story.state().grade()).isEqualTo(Grade.E);
    }

    @Test
    void silenceCountsFromTheStartOfTheContractAndSaysNever() {
        signed(0).daysUntil(Day.start(14));

        assertThat(silent().openedAt()).isEqualTo(Day.start(14));
        assertThat(silent().sentence())
                .isEqualTo("Never used in the 14 days since 2026-03-02; the source of usage is alive");
    }

    @Test
    void itIsCountedForLongerThanUseIs() {
        signed(0).daysUntil(Day.start(120)).fact(acme.contract(Day.at(120, 1), "c", Day.MONDAY, 15_000_000, 10, 2));

        assertThat(story.signals(Reason.USAGE_SILENT))
                .last()
                .satisfies(signal -> assertThat(signal.sentence())
                        .isEqualTo("Never used in the 120 days since 2026-03-02; the source of usage is alive"));
    }

    @Test
    void aContractThatStartsLaterIsWarmedUpLater() {
        signed(10).daysUntil(Day.start(23));
        assertThat(story.measure("active-seats").sentence()).isEqualTo("Collecting, 13 of 14 days");

        story.tick(Day.start(24));

        assertThat(story.measure("active-seats").value()).isZero();
    }

    @Test
    void aCustomerWhoCameBackIsNotAskedForTheYearsBetween() {
        story.fact(acme.contract(Day.start(0), "pilot", Day.MONDAY.minusYears(2), 3_000_000, 10, 1));
        signed(20).daysUntil(Day.start(33));
        assertThat(story.measure("active-seats").sentence()).isEqualTo("Collecting, 13 of 14 days");
        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();

        story.tick(Day.start(34));

        assertThat(silent().openedAt()).isEqualTo(Day.start(34));
    }

    @Test
    void aContractThatFollowsAnotherBeginsNothingAnew() {
        story.fact(
                acme.contract(Day.start(0), "before", Day.MONDAY.minusYears(1).plusDays(10), 3_000_000, 10, 1));
        signed(10).daysUntil(Day.start(14));

        assertThat(story.measure("active-seats").value()).isZero();
    }

    @Test
    void itEndsWithTheContract() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY.minusYears(1).plusDays(20), 3_000_000, 10, 1))
                .daysUntil(Day.start(52));

        assertThat(story.signals(Reason.USAGE_SILENT))
                .extracting(SignalChanged::state)
                .containsExactly(SignalState.OPENED, SignalState.CLEARED);
        assertThat(story.signals(Reason.USAGE_SILENT).get(1).at())
                .as("nobody closed it: it is waited for a month")
                .isEqualTo(Day.start(50));
    }

    @Test
    void anAccountThatIsHeardOfLaterIsWarmedUpLater() {
        story.daysUntil(Day.start(20));
        story.fact(acme.contract(Day.start(20), "c", Day.MONDAY, 3_000_000, 10, 1))
                .daysUntil(Day.start(33));
        assertThat(story.measure("active-seats").value()).isNull();
        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();

        story.tick(Day.start(34));

        assertThat(silent().openedAt()).isEqualTo(Day.start(34));
    }

    @Test
    void whereNoSourceOfUsageIsKnownNobodyIsAccused() {
        Story deaf = new Story(new HealthEngine(Models.oneCard()), "acme")
                .without("web")
                .tick(Day.start(0));
        deaf.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .daysUntil(Day.start(60));

        assertThat(deaf.signals(Reason.USAGE_SILENT)).isEmpty();
        assertThat(deaf.state().score()).isNull();
        assertThat(deaf.measure("active-seats").sentence()).isEqualTo("No use by a named person yet");
    }

    @Test
    void whileItsSourceIsQuietNobodyIsAccused() {
        signed(0).daysUntil(Day.start(10)).quiet("web", Day.start(10)).daysUntil(Day.start(20));

        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
        assertThat(story.state().score()).isNull();
        assertThat(story.measure("days-since-use").sentence()).startsWith("Collecting, 10 of 14 days");

        story.back("web").tick(Day.at(20, 1));

        assertThat(silent().openedAt()).isEqualTo(Day.start(14));
    }

    @Test
    void aSourceThatWasQuietForLongIsStillNoProofOfAbsence() {
        signed(0).daysUntil(Day.start(10)).quiet("web", Day.start(10)).daysUntil(Day.start(150));

        assertThat(story.signals()).noneMatch(signal -> signal.reason() == Reason.USAGE_SILENT);
    }

    @Test
    void useThatComesEndsItAndIsNoLaterTakenForLateData() {
        signed(0).daysUntil(Day.start(40)).use(acme, Day.start(40), 3, "p1").tick(Day.start(43));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.CLEARED);
        assertThat(story.measure("active-seats").value()).isEqualTo(100);
        assertThat(story.measure("days-since-use").value()).isZero();
    }

    @Test
    void useThatHadBeenThereAllAlongTakesItBack() {
        signed(0).daysUntil(Day.start(15)).fact(acme.used(Day.at(9, 9), "p1"));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    @Test
    void whoHasNoOpenContractNeedNotUseAnything() {
        story.fact(acme.account(Day.start(0), "Acme"))
                .fact(acme.contract(Day.start(0), "c", Day.MONDAY.minusDays(400), 3_000_000, 10, 1))
                .daysUntil(Day.start(40));

        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
        assertThat(story.measure("active-days").value()).isNull();
    }

    private Story signed(int startsOn) {
        return story.fact(acme.contract(Day.start(0), "c", Day.MONDAY.plusDays(startsOn), 3_000_000, 10, 1));
    }

    private SignalChanged silent() {
        return story.signals(Reason.USAGE_SILENT).get(0);
    }
}
