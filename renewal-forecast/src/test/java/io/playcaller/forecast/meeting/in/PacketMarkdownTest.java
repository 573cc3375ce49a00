package io.playcaller.forecast.meeting.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.Agenda;
import io.playcaller.forecast.meeting.Decision;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.ForecastSections;
import io.playcaller.forecast.meeting.Packet;
import io.playcaller.forecast.meeting.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PacketMarkdownTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Agenda AGENDA = new Agenda(MeetingKind.WEEKLY, MONDAY, MONDAY.minusDays(7), NOW);
    private static final Faces FACES = new Faces(Map.of("acme", "Acme | <b>Inc</b>"), Map.of("acme", "ada"));

    @Test
    void peopleReadWhatMovedWhoseItIsAndWhatWasDecided() {
        List<Section> sections = ForecastSections.moved(
                AGENDA, List.of(point(900_000, Category.COMMIT)), List.of(point(550_000, Category.AT_RISK)), FACES);
        Decision decision = new Decision(
                UUID.randomUUID(),
                "weekly",
                MONDAY.minusDays(7),
                "Call the sponsor",
                "ada",
                MONDAY,
                "acme",
                "lea",
                NOW,
                null,
                null,
                null);

        String text = PacketMarkdown.of(
                new Packet("weekly", MONDAY, MONDAY.minusDays(7), NOW, sections, List.of(), List.of(decision)));

        assertThat(text)
                .startsWith("# Weekly meeting, 2026-11-30\n\nWhat changed since 2026-11-23;")
                .contains("| currency | contracts | opening | entered | left | moved | closing |\n| --- |")
                .contains("| EUR | 1 | 9000 | 0 | 0 | -3500 | 5500 |")
                .contains(
                        "| c-1 | Acme \\| \\<b\\>Inc\\</b\\> | ada | category | EUR | 10000 | -3500 | commit | at-risk |")
                .contains("One row: contract; currencies: each-by-itself; n = 1.*")
                .contains("## Decided\n\nNone.")
                .contains("- [ ] Call the sponsor (ada, due 2026-11-30, acme)");
    }

    @Test
    void whatIsNotAvailableSaysWhy() {
        List<Section> sections = ForecastSections.moved(AGENDA, List.of(), List.of(point(1, Category.LOST)), FACES);

        assertThat(PacketMarkdown.of(
                        new Packet("weekly", MONDAY, MONDAY.minusDays(7), NOW, sections, List.of(), List.of())))
                .contains("Not available, because no snapshots were kept in the week up to 2026-11-23.");
    }

    private static ForecastPoint point(int renews, Category category) {
        return new ForecastPoint("c-1", "acme", new Money(100_00, "EUR"), renews, category);
    }
}
