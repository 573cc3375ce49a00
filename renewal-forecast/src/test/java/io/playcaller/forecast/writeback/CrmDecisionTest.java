package io.playcaller.forecast.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.meeting.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrmDecisionTest {

    private static final Instant DECIDED = Instant.parse("2026-11-02T09:30:00Z");
    private static final Instant DONE = DECIDED.plus(Duration.ofDays(3));

    @Test
    void aDecisionIsAFactWhenItIsTakenAndANewerOneWhenItIsDone() {
        CrmDecision open = CrmDecision.of(decision(null, null));
        CrmDecision done = CrmDecision.of(decision(DONE, "they signed"));

        assertThat(open.decisionId()).isEqualTo(done.decisionId());
        assertThat(open.state()).isEqualTo("open");
        assertThat(open.place().at()).isEqualTo(DECIDED);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.rev()).isGreaterThan(open.rev());
        assertThat(done.outcome()).isEqualTo("they signed");
        assertThat(done.place().at()).isEqualTo(DONE);
    }

    @Test
    void whoReadsToTheEndGoesOnTwoMinutesBeforeAndWhoDoesNotWhereTheyWere() {
        Place last = CrmDecision.of(decision(null, null)).place();
        Place from = Place.BEGINNING;

        assertThat(from.next(last, true, DECIDED))
                .as("and back at the end, for what was not there yet")
                .isEqualTo(new Place(DECIDED, last.id(), DECIDED.minusSeconds(120)));
        assertThat(from.next(last, true, DECIDED.plusSeconds(121))).isEqualTo(last);
        assertThat(from.next(last, false, DECIDED.plusSeconds(121))).isEqualTo(last);
        assertThat(from.next(last, false, DECIDED.plusSeconds(60))).isEqualTo(new Place(DECIDED.minusSeconds(60), ""));
    }

    private static Decision decision(@Nullable Instant doneAt, @Nullable String outcome) {
        return new Decision(
                new UUID(1, 2),
                "weekly",
                LocalDate.of(2026, 11, 2),
                "Offer the longer term",
                "ana",
                LocalDate.of(2026, 11, 9),
                "acme",
                "lea",
                DECIDED,
                doneAt,
                doneAt == null ? null : "ana",
                outcome);
    }
}
