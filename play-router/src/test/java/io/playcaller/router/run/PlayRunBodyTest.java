package io.playcaller.router.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.task.Closing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlayRunBodyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final RouterRules RULES = TestRules.read();

    @ParameterizedTest
    @MethodSource("plays")
    void aRunIsReadAsItWasWritten(Play play) {
        PlayRun run = new PlayRunDecider(NOW, RULES.calendars().standard())
                .begin(
                        UUID.randomUUID(),
                        play,
                        Signals.of("a")
                                .tier("enterprise")
                                .renewal(LocalDate.of(2026, 9, 1), null)
                                .build())
                .orElseThrow()
                .run();
        PlayRun ended = run.with(
                run.steps(), Map.of(0, NOW), new RunEnd(NOW, PlayOutcome.SUCCEEDED, Closing.HELPED, "Because."));

        assertThat(WireJson.read(WireJson.write(run), PlayRun.class)).isEqualTo(run);
        assertThat(WireJson.read(WireJson.write(ended), PlayRun.class)).isEqualTo(ended);
    }

    @Test
    void aRunThatWasStoredBeforeDatesCouldMoveCountsFromItsBeginning() {
        PlayRun run = new PlayRunDecider(NOW, RULES.calendars().standard())
                .begin(
                        UUID.randomUUID(),
                        plays().findFirst().orElseThrow(),
                        Signals.of("a")
                                .tier("enterprise")
                                .renewal(LocalDate.of(2026, 9, 1), null)
                                .build())
                .orElseThrow()
                .run();
        ObjectNode stored = WireJson.mapper().valueToTree(run);
        stored.remove("datedAt");

        assertThat(WireJson.read(WireJson.write(stored), PlayRun.class)).isEqualTo(run);
    }

    static Stream<Play> plays() {
        return RULES.plays().plays().stream().filter(Play::hasCourse);
    }
}
