package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteppedTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SteppedTime time = new SteppedTime();

    @Test
    void whatWasSteppedOverCameWithTheStep() {
        // Given: at noon it is one o'clock, a minute later three
        time.stepped(NOON, Duration.ofHours(1));
        time.stepped(NOON.plusSeconds(60), Duration.ofHours(3));

        // Then
        assertThat(time.came(NOON.minusSeconds(5))).isEqualTo(NOON.minusSeconds(5));
        assertThat(time.came(NOON.plusSeconds(1_800))).isEqualTo(NOON);
        assertThat(time.came(NOON.plusSeconds(3_630))).isEqualTo(NOON.plusSeconds(30));
        assertThat(time.came(NOON.plusSeconds(7_200))).isEqualTo(NOON.plusSeconds(60));
        assertThat(time.came(NOON.plusSeconds(4 * 3_600))).isEqualTo(NOON.plusSeconds(3_600));
    }
}
