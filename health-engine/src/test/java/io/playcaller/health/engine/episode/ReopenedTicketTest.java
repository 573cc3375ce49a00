package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.testing.Day;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A ticket that was solved and is opened again is as old as that. */
class ReopenedTicketTest extends MidMarketStory {

    private static final TicketSeverity SEV1 = TicketSeverity.SEV1;
    private static final TicketSeverity SEV3 = TicketSeverity.SEV3;
    private static final Instant OPENED = Day.at(0, 9);

    @Test
    void aSevereTicketIsASignalFourHoursAfterItIsOpenedAgain() {
        midMarket(10, 0)
                .fact(acme.ticket(OPENED, "t-1", SEV1, OPENED))
                .fact(acme.solved(Day.at(0, 11), "t-1", SEV1, OPENED))
                .daysUntil(Day.at(10, 9))
                .fact(acme.reopened(Day.at(10, 9), "t-1", SEV1, OPENED))
                .tick(Day.at(10, 12));
        assertThat(story.signals(Reason.SUP_SEVERE_OPEN)).isEmpty();

        story.tick(Day.at(10, 13));

        assertThat(only(Reason.SUP_SEVERE_OPEN).openedAt()).isEqualTo(Day.at(10, 13));
    }

    /** Of a ticket that was solved 66 days ago nothing is known any more. */
    @Test
    void oneThatWasForgottenWasNotOpenAllTheTime() {
        midMarket(10, 0)
                .fact(acme.ticket(OPENED, "t-1", SEV1, OPENED))
                .fact(acme.solved(Day.at(0, 11), "t-1", SEV1, OPENED))
                .daysUntil(Day.at(80, 9));

        story.fact(acme.reopened(Day.at(80, 9), "t-1", SEV1, OPENED)).tick(Day.at(80, 12));

        assertThat(story.signals(Reason.SUP_SEVERE_OPEN)).isEmpty();
        assertThat(oldTickets(Day.at(80, 12))).isZero();
        assertThat(oldTickets(Day.at(60, 0))).isZero();
        story.tick(Day.at(80, 13));
        assertThat(only(Reason.SUP_SEVERE_OPEN).openedAt()).isEqualTo(Day.at(80, 13));
    }

    @Test
    void itHoldsTheScoreTwoDaysAfterItIsOpenedAgain() {
        midMarket(10, 0);
        useWidely(0, 30);
        story.fact(acme.ticket(OPENED, "t-1", SEV1, OPENED))
                .fact(acme.solved(Day.at(0, 11), "t-1", SEV1, OPENED))
                .fact(acme.reopened(Day.at(30, 1), "t-1", SEV1, OPENED));
        assertThat(story.score(Day.at(30, 2)).score()).isGreaterThan(50_000);

        story.tick(Day.at(32, 0));
        assertThat(story.score().score()).isGreaterThan(50_000);
        story.tick(Day.at(32, 1));
        assertThat(story.score().score()).isLessThan(50_000);
    }

    @Test
    void itIsOldAFortnightAfterItIsOpenedAgainWhateverIsToldOfItThen() {
        midMarket(10, 0)
                .fact(acme.ticket(OPENED, "t-1", SEV3, OPENED))
                .fact(acme.solved(Day.at(1, 9), "t-1", SEV3, OPENED))
                .daysUntil(Day.at(20, 9))
                .fact(acme.reopened(Day.at(20, 9), "t-1", SEV3, OPENED))
                .fact(acme.ticket(Day.at(21, 9), "t-1", SEV3, OPENED))
                .fact(acme.ticket(Day.at(22, 9), "t-1", SEV3, OPENED))
                .fact(acme.ticket(Day.at(23, 9), "t-1", SEV3, OPENED))
                .daysUntil(Day.start(34));
        assertThat(oldTickets(Day.start(34))).isZero();

        story.tick(Day.start(35));

        assertThat(oldTickets(Day.start(35))).isEqualTo(1_000);
    }

    private long oldTickets(Instant at) {
        return story.score(at).measures().stream()
                .filter(measure -> measure.measure().equals("old-tickets"))
                .map(MeasureScore::value)
                .findFirst()
                .orElseThrow();
    }
}
