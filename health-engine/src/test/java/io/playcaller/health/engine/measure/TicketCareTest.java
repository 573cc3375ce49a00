package io.playcaller.health.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import org.junit.jupiter.api.Test;

/** Measures for cards of one's own. Day 0 is a Monday. */
class TicketCareTest {

    private static final TicketSeverity SEV3 = TicketSeverity.SEV3;

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void theFirstAnswerIsTheMeanOfTheAnsweredTicketsOfThirtyDays() {
        assertThat(value(MeasureKind.FIRST_ANSWER)).isEqualTo(Reading.MISSING);

        story.tick(Day.at(2, 0))
                .fact(acme.ticket(Day.at(1, 9), "t-1", TicketStatus.PENDING, Day.at(1, 1), Day.at(1, 3)))
                .fact(acme.ticket(Day.at(1, 9), "t-2", TicketStatus.PENDING, Day.at(1, 1), Day.at(1, 6)))
                .fact(acme.ticket(Day.at(1, 9), "t-3", TicketStatus.OPEN, Day.at(1, 1), null));

        assertThat(value(MeasureKind.FIRST_ANSWER)).isEqualTo(3_500);
        assertThat(sentence(MeasureKind.FIRST_ANSWER))
                .isEqualTo("Tickets of 30 days were first answered after 3.5 hours on average");
        story.daysUntil(Day.start(31));
        assertThat(value(MeasureKind.FIRST_ANSWER)).isEqualTo(Reading.MISSING);
    }

    @Test
    void aTicketThatWasReopenedCountsForThirtyDays() {
        story.tick(Day.at(4, 0))
                .fact(acme.ticket(Day.at(1, 9), "t-1", SEV3, Day.at(1, 9)))
                .fact(acme.solved(Day.at(2, 9), "t-1", SEV3, Day.at(1, 9)));
        assertThat(value(MeasureKind.TICKETS_REOPENED)).isZero();

        story.fact(acme.ticket(Day.at(3, 9), "t-1", TicketStatus.REOPENED, Day.at(1, 9), null));

        assertThat(value(MeasureKind.TICKETS_REOPENED)).isEqualTo(1_000);
        assertThat(sentence(MeasureKind.TICKETS_REOPENED)).isEqualTo("1 ticket reopened in 30 days");
        story.daysUntil(Day.start(33));
        assertThat(value(MeasureKind.TICKETS_REOPENED)).isZero();
    }

    @Test
    void severeTicketsAreCountedWhileTheyAreOpen() {
        story.tick(Day.at(4, 0))
                .fact(acme.ticket(Day.at(1, 9), "t-1", TicketSeverity.SEV1, Day.at(1, 9)))
                .fact(acme.ticket(Day.at(1, 9), "t-2", TicketSeverity.SEV2, Day.at(1, 9)))
                .fact(acme.ticket(Day.at(1, 9), "t-3", SEV3, Day.at(1, 9)));
        assertThat(value(MeasureKind.SEVERE_TICKETS)).isEqualTo(2_000);

        story.fact(acme.solved(Day.at(2, 9), "t-2", TicketSeverity.SEV2, Day.at(1, 9)));

        assertThat(value(MeasureKind.SEVERE_TICKETS)).isEqualTo(1_000);
        assertThat(sentence(MeasureKind.SEVERE_TICKETS)).isEqualTo("1 severe ticket open");
    }

    @Test
    void missedObjectivesAreCounted() {
        assertThat(value(MeasureKind.OBJECTIVES_MISSED)).isEqualTo(Reading.MISSING);

        story.fact(acme.objective(Day.start(0), "o-1", Day.at(2, 9), null, null))
                .tick(Day.at(2, 9));

        assertThat(value(MeasureKind.OBJECTIVES_MISSED)).isEqualTo(1_000);
        assertThat(sentence(MeasureKind.OBJECTIVES_MISSED)).isEqualTo("1 objective overdue: o-1");
    }

    private long value(MeasureKind kind) {
        return Reading.value(kind, context());
    }

    private String sentence(MeasureKind kind) {
        return Reading.sentence(kind, context(), value(kind));
    }

    private Context context() {
        long now = story.log().now().toEpochMilli();
        return Context.of(Models.oneCard(), View.current(story.state().facts(), Freeze.NOTHING, now));
    }
}
