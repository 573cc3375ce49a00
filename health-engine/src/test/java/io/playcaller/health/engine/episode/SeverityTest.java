package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** How severe a risk is: by the revenue at risk, as far as what its own rule needs is known. */
class SeverityTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void whereOnlyUsageIsKnownSilenceIsAsSevereAsTheRevenue() {
        enterprise().use(acme, Day.start(0), 20, "p1", "p2").daysUntil(Day.start(27));

        assertThat(story.state().confidence()).isLessThan(600_000);
        assertThat(story.signals(Reason.USAGE_SILENT).get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aTicketNeedsNothingElseToBeSevere() {
        enterprise()
                .fact(acme.ticket(Day.at(0, 9), "t-1", TicketSeverity.SEV1, Day.at(0, 9)))
                .tick(Day.at(0, 13));

        assertThat(story.signals(Reason.SUP_SEVERE_OPEN).get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void whatItsQuietSourceNoLongerTellsIsNotSure() {
        enterprise()
                .fact(acme.ticket(Day.at(0, 9), "t-1", TicketSeverity.SEV1, Day.at(0, 9)))
                .tick(Day.at(0, 13))
                .quiet("support-desk", Day.at(0, 13))
                .tick(Day.at(0, 15));

        assertThat(story.signals(Reason.SUP_SEVERE_OPEN)).last().satisfies(signal -> {
            assertThat(signal.state()).isEqualTo(SignalState.UPDATED);
            assertThat(signal.severity()).isEqualTo(Severity.MEDIUM);
        });
    }

    @Test
    void aScoreOfFewInputsIsNoMoreThanMediumUntilEnoughIsKnown() {
        enterprise();
        for (int day = 0; day < 30; day += 3) {
            story.use(acme, Day.start(day), 1, "p1").daysUntil(Day.start(day + 3));
        }
        assertThat(ofTheScore()).last().extracting(SignalChanged::severity).isEqualTo(Severity.MEDIUM);

        story.fact(acme.nps(Day.at(30, 14), 0))
                .fact(acme.csat(Day.at(30, 14), 1))
                .fact(acme.met(Day.at(30, 14), "p1", "p2"));

        assertThat(story.state().confidence()).isGreaterThan(600_000);
        assertThat(ofTheScore()).last().satisfies(signal -> {
            assertThat(signal.state()).isEqualTo(SignalState.UPDATED);
            assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
        });
    }

    private List<SignalChanged> ofTheScore() {
        return story.signals().stream()
                .filter(signal -> signal.sentence().startsWith("Health is"))
                .toList();
    }

    private Story enterprise() {
        return story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 15_000_000, 10, 1));
    }
}
