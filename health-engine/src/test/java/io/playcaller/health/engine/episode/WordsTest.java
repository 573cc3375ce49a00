package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** One is not two. */
class WordsTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void oneSeatIsOneSeat() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 1, 1))
                .use(acme, Day.start(0), 16, "p1");

        assertThat(story.signals(Reason.EXP_SEATS_NEAR_LIMIT).get(0).sentence())
                .isEqualTo("100% of 1 paid seat used in 28 days");
    }

    @Test
    void seatsThatAreNoLongerPaidForAreSaidToBe() {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 2, 1))
                .use(acme, Day.start(0), 16, "p1")
                .use(acme, Day.start(16), 16, "p1", "p2");
        story.fact(acme.contract(Day.at(32, 1), "c", Day.MONDAY, 3_000_000, 0, 2));

        assertThat(story.signals(Reason.EXP_SEATS_NEAR_LIMIT))
                .allSatisfy(signal -> assertThat(signal.sentence()).doesNotContain("9223"));
    }

    @Test
    void anInvoiceIsSoManyDaysOverdue() {
        story.fact(acme.invoice(Day.start(0), "i", Day.MONDAY.plusDays(1), null, 1))
                .daysUntil(Day.start(16));

        assertThat(story.signals(Reason.COM_INVOICE_OVERDUE))
                .last()
                .satisfies(signal -> assertThat(signal.sentence()).isEqualTo("An invoice is 15 days overdue"));
    }
}
