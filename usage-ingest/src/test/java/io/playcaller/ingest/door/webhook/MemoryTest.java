package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** What was sent then came then or later, and its claim is kept for that long: less what clocks may differ by. */
    @Test
    void itReachesAsFarAsClaimsDo() {
        assertThat(Memory.at(NOW, Duration.ofHours(24), Duration.ofHours(4)).since())
                .isEqualTo(Instant.parse("2026-03-01T09:05:00Z"));
    }

    /** Whoever keeps claims for less must not lose what the tool is still trying to deliver. */
    @Test
    void itReachesAtLeastAsFarAsTheToolsRetries() {
        assertThat(Memory.at(NOW, Duration.ofMinutes(15), Duration.ofHours(4)).since())
                .isEqualTo(Instant.parse("2026-03-02T04:55:00Z"));
        assertThat(Memory.at(NOW, Duration.ofMinutes(15), Duration.ZERO).since())
                .isEqualTo(Instant.parse("2026-03-02T08:50:00Z"));
    }
}
