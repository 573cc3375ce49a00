package io.playcaller.forecast.meeting.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.Agenda;
import io.playcaller.forecast.meeting.BridgeSections;
import io.playcaller.forecast.meeting.Decision;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.Packet;
import io.playcaller.forecast.meeting.Section;
import io.playcaller.forecast.memory.Bridge;
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
        List<Section> sections = BridgeSections.of(
                AGENDA, List.of(bridge(item(90_00, 55_00, step("probability", "health", -35_00)))), FACES);
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
                .contains("| quarter | currency | contracts | before | new | dateMoved | amount | probability |")
                .contains("| 2026-Q4 | EUR | 1 | 9000 | 0 | 0 | 0 | -3500 | 0 | 0 | 0 | 5500 |")
                .contains("| 2026-Q4 | c-1 | Acme \\| \\<b\\>Inc\\</b\\> | ada | EUR | 9000 | 5500 | -3500 |"
                        + " probability health |")
                .contains("One row: contract; currencies: each-by-itself; n = 1.*")
                .contains("## Decided\n\nNone.")
                .contains("- [ ] Call the sponsor (ada, due 2026-11-30, acme)");
    }

    @Test
    void whatIsNotAvailableSaysWhy() {
        List<Section> sections = BridgeSections.of(AGENDA, List.of(), FACES);

        assertThat(PacketMarkdown.of(
                        new Packet("weekly", MONDAY, MONDAY.minusDays(7), NOW, sections, List.of(), List.of())))
                .contains("Not available, because no snapshots were kept up to 2026-11-23.");
    }

    private static Bridge bridge(Bridge.Item... items) {
        return new Bridge(
                Bridge.Definitions.stated(),
                MONDAY.minusDays(7),
                MONDAY,
                "2026-Q4",
                "contract",
                items.length,
                List.of(items));
    }

    private static Bridge.Item item(long before, long after, Bridge.Step... steps) {
        return new Bridge.Item("EUR", "c-1", "acme", 1, before, List.of(steps), after);
    }

    private static Bridge.Step step(String cause, String driver, long minor) {
        return new Bridge.Step(cause, driver, null, minor, 1);
    }
}
