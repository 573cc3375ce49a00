package io.playcaller.router.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldStepTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID ONE = Ids.derived("task", "one");
    private static final UUID TWO = Ids.derived("task", "two");

    @Test
    void aDatabaseThatKnowsAllThatWasToldIsNotRestored() {
        assertThat(ToldStep.unknown(List.of(step(ONE, 1), step(ONE, 2), step(TWO, 5)), Map.of(ONE, 3L, TWO, 5L), NOW))
                .isEmpty();
    }

    @Test
    void aStepBeyondTheDatabaseIsUnknown() {
        assertThat(ToldStep.unknown(List.of(step(ONE, 4), step(ONE, 3)), Map.of(ONE, 3L), NOW))
                .containsExactly(step(ONE, 4));
    }

    @Test
    void aTaskThatTheDatabaseDoesNotHaveIsUnknown() {
        assertThat(ToldStep.unknown(List.of(step(TWO, 1)), Map.of(ONE, 3L), NOW))
                .containsExactly(step(TWO, 1));
    }

    @Test
    void aTaskThatRetentionMayHaveRemovedSaysNothing() {
        ToldStep old = new ToldStep(TWO, 9, NOW.minus(ToldStep.REACH).minusSeconds(1));

        assertThat(ToldStep.unknown(List.of(old), Map.of(), NOW)).isEmpty();
    }

    private static ToldStep step(UUID task, long rev) {
        return new ToldStep(task, rev, NOW.minus(Duration.ofHours(rev)));
    }
}
