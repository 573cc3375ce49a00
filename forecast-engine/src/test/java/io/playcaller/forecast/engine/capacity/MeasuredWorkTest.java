package io.playcaller.forecast.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuredWorkTest {

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void tasksAreCountedBySegmentAndStageWithWhatTheyTook() {
        List<MeasuredWork> work = MeasuredWork.by(
                task -> List.of(task.segment(), task.stage()),
                List.of(
                        task("smb", 1, 5, true, false),
                        task("smb", 3, 30, true, true),
                        task("smb", null, null, false, true),
                        task("smb", null, null, false, false),
                        task("enterprise", 2, null, false, false)),
                task -> 45);

        assertThat(work)
                .extracting(MeasuredWork::key)
                .containsExactly(List.of("enterprise", "adoption"), List.of("smb", "adoption"));
        MeasuredWork smb = work.get(1);
        assertThat(smb.tasks()).isEqualTo(4);
        assertThat(smb.minutes()).isEqualTo(180);
        assertThat(smb.toAccept()).isEqualTo(new Spread(2, 1, 3));
        assertThat(smb.toComplete()).isEqualTo(new Spread(2, 4, 27));
        assertThat(smb.judged()).isEqualTo(3);
        assertThat(smb.acceptedInTime()).isEqualTo(1);
    }

    private static TaskTime task(
            String segment, @Nullable Integer accepted, @Nullable Integer ended, boolean completed, boolean late) {
        return new TaskTime(
                segment,
                "adoption",
                "csm",
                "usage-drop",
                START,
                accepted == null ? null : START.plus(Duration.ofHours(accepted)),
                ended == null ? null : START.plus(Duration.ofHours(ended)),
                completed,
                late,
                false);
    }
}
