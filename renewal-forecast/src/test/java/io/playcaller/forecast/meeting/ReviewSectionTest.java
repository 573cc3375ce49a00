package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.outcome.Loss;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewSectionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void onlyReviewsThatAreOverdueAreListedTheLongestFirstWithTheirOwner() {
        Section section = ReviewSection.of(
                List.of(
                        loss("due", "due", DAY),
                        loss("late", "overdue", DAY.minusDays(20)),
                        loss("later", "overdue", DAY.minusDays(50)),
                        loss("due-then", "overdue", DAY.minusDays(3)),
                        loss("done", "reviewed", DAY.minusDays(60))),
                new Agenda(MeetingKind.WEEKLY, DAY, DAY.minusDays(7), Instant.parse("2026-06-20T09:00:00Z")),
                new Faces(Map.of("acme", "Acme"), Map.of("acme", "ada")));

        assertThat(section.rows()).extracting(row -> row.get(0)).containsExactly("later", "late");
        assertThat(section.rows().get(0)).contains("Acme", "ada", 600L).hasSameSizeAs(section.columns());
    }

    private static Loss loss(String contract, String state, LocalDate on) {
        return new Loss(
                contract,
                "acme",
                on,
                "partial",
                new Money(1_000, "EUR"),
                new Money(600, "EUR"),
                state,
                on.plusDays(7),
                null,
                null,
                null,
                null,
                null);
    }
}
