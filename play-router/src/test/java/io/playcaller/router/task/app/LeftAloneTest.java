package io.playcaller.router.task.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeftAloneTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID ONE = new UUID(1, 1);

    private final LeftAlone left = new LeftAlone();

    @Test
    void aTaskIsLeftAloneForAMinute() {
        left.leave(ONE, NOW);

        assertThat(left.at(NOW.plus(Duration.ofSeconds(59)))).containsExactly(ONE);
        assertThat(left.at(NOW.plus(Duration.ofMinutes(1)))).isEmpty();
    }

    @Test
    void whereAThousandFailItIsNoFaultOfTheirs() {
        for (int i = 0; i < 999; i++) {
            left.leave(new UUID(2, i), NOW);
        }
        assertThat(left.isFull(NOW)).isFalse();

        left.leave(ONE, NOW);

        assertThat(left.isFull(NOW)).isTrue();
        assertThat(left.isFull(NOW.plus(Duration.ofMinutes(1)))).isFalse();
    }
}
