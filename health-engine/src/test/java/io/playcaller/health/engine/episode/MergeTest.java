package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** An account that was merged into another accuses nobody: what its people do is told there. */
class MergeTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void itsSilenceOpensNothing() {
        inUse(20);

        story.fact(acme.merged(Day.at(20, 9), "globex", 2)).daysUntil(Day.start(60));

        assertThat(story.signals()).noneMatch(signal -> signal.openedAt().isAfter(Day.at(20, 9)));
        assertThat(story.state().openEpisodes()).isEmpty();
    }

    @Test
    void theIdOfTheOtherAccountIsKeptWholeHoweverLongItIs() {
        inUse(20);
        String other = "an-account-of-" + "x".repeat(490);

        story.fact(acme.merged(Day.at(20, 9), other, 2));

        assertThat(story.state()
                        .facts()
                        .register()
                        .account()
                        .newest()
                        .value()
                        .merge()
                        .into())
                .isEqualTo(other);
    }

    @Test
    void itsScoreStaysAsItStood() {
        inUse(20);
        story.fact(acme.merged(Day.at(20, 9), "globex", 2));
        long then = story.score(Day.at(20, 10)).score();

        story.daysUntil(Day.start(60));

        assertThat(story.score().score()).isCloseTo(then, within(2_000L));
        assertThat(story.measure("days-since-use").frozen()).isTrue();
    }

    @Test
    void whatIsOpenClosesWithItAndSaysWhy() {
        inUse(20);
        story.daysUntil(Day.start(35));
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED);

        story.fact(acme.merged(Day.at(35, 9), "globex", 2));

        SignalChanged cleared = story.signals(Reason.USAGE_SILENT).get(1);
        assertThat(cleared.state()).isEqualTo(SignalState.CLEARED);
        assertThat(cleared.at()).isEqualTo(Day.at(35, 9));
        assertThat(cleared.mergedInto()).isEqualTo("globex");
        assertThat(cleared.sentence()).startsWith("Over, because the account was merged into globex");
        assertThat(story.state().openEpisodes()).isEmpty();
    }

    @Test
    void whatHappensThereMeanwhileOpensNothing() {
        inUse(20);
        story.fact(acme.merged(Day.at(20, 9), "globex", 2));

        story.fact(acme.ticket(Day.at(21, 9), "t", TicketSeverity.SEV1, Day.at(21, 9)))
                .fact(acme.nps(Day.at(21, 10), 0))
                .daysUntil(Day.start(30));

        assertThat(story.states(Reason.SEN_NPS_DETRACTOR)).isEmpty();
        assertThat(story.state().openEpisodes()).isEmpty();
    }

    @Test
    void whatWasBeforeStaysAsItWas() {
        inUse(20);
        story.daysUntil(Day.start(34)).use(acme, Day.start(34), 4, "p1").daysUntil(Day.start(39));
        int told = story.signals().size();

        story.fact(acme.merged(Day.at(39, 9), "globex", 2)).daysUntil(Day.start(45));

        assertThat(story.signals().stream().skip(told)).noneMatch(signal -> signal.state() == SignalState.RETRACTED);
    }

    @Test
    void onceUndoneItsSilenceCountsFromThatDay() {
        inUse(20);
        story.fact(acme.merged(Day.at(20, 9), "globex", 2))
                .daysUntil(Day.start(50))
                .fact(acme.unmerged(Day.at(50, 9), "globex", Day.at(20, 9), 3));
        int told = story.signals().size();

        story.daysUntil(Day.start(64));
        assertThat(story.signals()).hasSize(told);

        story.daysUntil(Day.start(66));
        assertThat(story.signals(Reason.USAGE_SILENT).get(0).openedAt()).isEqualTo(Day.start(65));
    }

    @Test
    void aMergeThatIsToldLateTakesBackWhatItExplains() {
        inUse(20);
        story.daysUntil(Day.start(36));
        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED);

        story.fact(acme.merged(Day.at(21, 9), "globex", 2));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    private void inUse(int days) {
        story.fact(acme.account(Day.start(0), "Acme"))
                .fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .use(acme, Day.start(0), days, "p1", "p2", "p3", "p4", "p5", "p6");
    }
}
