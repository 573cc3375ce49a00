package io.playcaller.health.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void whatIsLeftTakesAsLongAsThePaceOfThisRunSays() {
        Stretch stretch = new Stretch(5, LOG_ID, 0, 10_000);

        PartitionProgress progress = PartitionProgress.of(stretch, 1_000, 5_000, Duration.ofSeconds(2));

        assertThat(progress.recordsPerSecond()).isEqualTo(2_000);
        assertThat(progress.secondsLeft()).isEqualTo(3);
        assertThat(progress.logCut()).isFalse();
    }

    @Test
    void beforeTheFirstRecordNobodyKnowsHowLongItTakes() {
        Stretch stretch = new Stretch(5, LOG_ID, 700, 10_000);

        PartitionProgress progress = PartitionProgress.of(stretch, 700, 700, Duration.ZERO);

        assertThat(progress.recordsPerSecond()).isZero();
        assertThat(progress.secondsLeft()).isNull();
        assertThat(progress.logCut()).isTrue();
    }

    @Test
    void whoIsThroughHasNothingLeft() {
        Stretch stretch = new Stretch(5, LOG_ID, 0, 10);

        assertThat(PartitionProgress.of(stretch, 10, 11, Duration.ofSeconds(1)).secondsLeft())
                .isZero();
    }
}
