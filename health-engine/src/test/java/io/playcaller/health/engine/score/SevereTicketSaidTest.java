package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** Who writes to customers asks whether they have an outage, long before it is a risk. */
class SevereTicketSaidTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme")
            .tick(Day.start(0))
            .fact(acme.nps(Day.at(0, 8), 9));

    @Test
    void aTicketOfSeverityOneIsSaidWithItsOpeningThoughTheScoreStaysAsItIs() {
        story.fact(acme.ticket(Day.at(0, 9), "t", TicketSeverity.SEV1, Day.at(0, 9)));

        assertThat(story.signals()).isEmpty();
        assertThat(last().severeSince()).isEqualTo(Day.at(0, 9));
        assertThat(last().score()).isEqualTo(100_000);
        assertThat(last().contributions()).isEmpty();
    }

    @Test
    void soIsItsEnd() {
        story.fact(acme.ticket(Day.at(0, 9), "t", TicketSeverity.SEV1, Day.at(0, 9)))
                .fact(acme.ticket(Day.at(0, 11), "t", TicketStatus.SOLVED, Day.at(0, 9), null));

        assertThat(last().severeSince()).isNull();
        assertThat(story.changes()).hasSize(3);
    }

    @Test
    void ofSeveralTheOldestThatIsOpenSaysSinceWhen() {
        story.fact(acme.ticket(Day.at(0, 9), "t", TicketSeverity.SEV1, Day.at(0, 9)))
                .fact(acme.ticket(Day.at(0, 10), "u", TicketSeverity.SEV1, Day.at(0, 10)));
        assertThat(last().severeSince()).isEqualTo(Day.at(0, 9));

        story.fact(acme.ticket(Day.at(0, 11), "t", TicketStatus.SOLVED, Day.at(0, 9), null));

        assertThat(last().severeSince()).isEqualTo(Day.at(0, 10));
    }

    @Test
    void aLesserTicketIsNoNews() {
        story.fact(acme.ticket(Day.at(0, 9), "t", TicketSeverity.SEV2, Day.at(0, 9)));
        int before = story.changes().size();

        story.fact(acme.ticket(Day.at(0, 10), "u", TicketSeverity.SEV2, Day.at(0, 10)));

        assertThat(last().severeSince()).isNull();
        assertThat(story.changes()).hasSize(before);
    }

    private HealthChanged last() {
        return story.changes().get(story.changes().size() - 1);
    }
}
