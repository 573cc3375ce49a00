package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private final SettableClock clock = SettableClock.at("2026-03-29T00:59:00Z");

    @Test
    void itStandsUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-29T00:59:00Z");

        assertThat(clock.advance(Duration.ofMinutes(2))).isEqualTo("2026-03-29T01:01:00Z");
        clock.set(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void itsViewInAnotherZoneMovesWithIt() {
        Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.advance(Duration.ofMinutes(1));

        assertThat(LocalTime.now(berlin)).isEqualTo("03:00");
    }
}
