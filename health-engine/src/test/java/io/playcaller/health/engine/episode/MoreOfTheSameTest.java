package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A second trouble of the same kind, while the first is open, is told under the same episode. */
class MoreOfTheSameTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = fresh();

    @Test
    void aSecondSevereTicketIsTold() {
        story.fact(severe(9, "t-1")).tick(Day.at(0, 14));
        story.fact(severe(15, "t-2")).tick(Day.at(0, 20));

        List<SignalChanged> told = told(story);
        assertThat(told).extracting(SignalChanged::state).containsExactly(SignalState.OPENED, SignalState.UPDATED);
        assertThat(told)
                .extracting(SignalChanged::episodeId)
                .containsOnly(told.get(0).episodeId());
        assertThat(told).extracting(SignalChanged::transition).containsExactly(1, 2);
        assertThat(told).extracting(SignalChanged::more).containsExactly(null, true);
        assertThat(told.get(1).sentence()).isEqualTo("Also severe and open: t-2; before: t-1");
    }

    @Test
    void aSecondMissedMilestoneIsTold() {
        story.fact(acme.planned(Day.at(0, 1), "kickoff", Day.at(1, 9)))
                .fact(acme.planned(Day.at(0, 1), "setup", Day.at(2, 9)))
                .daysUntil(Day.start(4));

        List<SignalChanged> told = story.signals(Reason.ONB_MILESTONE_MISSED);
        assertThat(told).extracting(SignalChanged::state).containsExactly(SignalState.OPENED, SignalState.UPDATED);
        assertThat(told.get(1).sentence()).isEqualTo("Also due and did not come: setup; before: kickoff");
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        story.fact(severe(9, "t-1")).fact(severe(9, "t-2")).tick(Day.at(0, 14));
        story.fact(acme.solved(Day.at(0, 15), "t-2", TicketSeverity.SEV1, Day.at(0, 9)))
                .daysUntil(Day.start(9));

        assertThat(told(story)).hasSize(1);
        assertThat(told(story).get(0).sentence()).isEqualTo("Severe ticket open: t-1, t-2");
    }

    @Test
    void eachTicketIsToldWhateverTheOrder() {
        story.fact(severe(10, "t-2")).tick(Day.at(0, 15));
        story.fact(severe(9, "t-1")).tick(Day.at(0, 16));
        Story ordered = fresh().fact(severe(9, "t-1")).fact(severe(10, "t-2")).tick(Day.at(0, 16));

        assertThat(told(story))
                .last()
                .satisfies(last -> assertThat(last.sentence()).contains("t-1"));
        assertThat(open(story)).isEqualTo(open(ordered));
    }

    @Test
    void ofWhatHistoryOpenedInSilenceMoreIsTold() {
        story.tick(Day.at(0, 9)).fact(acme.baseline().ticket(Day.at(0, 9), "t-1", TicketSeverity.SEV1, Day.at(0, 1)));
        story.tick(Day.at(0, 10));
        assertThat(told(story)).isEmpty();

        story.fact(severe(10, "t-2")).tick(Day.at(0, 14));

        assertThat(told(story)).extracting(SignalChanged::state).containsExactly(SignalState.OPENED);
        assertThat(told(story).get(0).sentence()).isEqualTo("Severe ticket open: t-1, t-2");
    }

    private static Story fresh() {
        return new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));
    }

    private Event<?> severe(int hour, String id) {
        return acme.ticket(Day.at(0, hour), id, TicketSeverity.SEV1, Day.at(0, hour));
    }

    /** Without the whole score, which a ticket also holds down. */
    private static List<SignalChanged> told(Story of) {
        return of.signals(Reason.SUP_SEVERE_OPEN).stream()
                .filter(signal -> !signal.sentence().startsWith("Health is"))
                .toList();
    }

    private static List<UUID> open(Story of) {
        return of.state().openEpisodes().stream().map(Episode::episodeId).toList();
    }
}
