package io.playcaller.forecast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.forecast.intake.TaskSteps.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class TaskStepsTest {

    private static final UUID TASK = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @RepeatedTest(20)
    void inAnyOrderAndAgainTheStepsSayTheSame(RepetitionInfo repetition) {
        List<TaskChanged> told = new ArrayList<>(List.of(
                step(TaskTransition.CREATED, 9, null),
                step(TaskTransition.ASSIGNED, 10, null),
                step(TaskTransition.BREACHED, 11, Clock.ACCEPT),
                step(TaskTransition.ACKNOWLEDGED, 12, null),
                step(TaskTransition.COMPLETED, 15, null),
                step(TaskTransition.COMMENTED, 16, null),
                step(TaskTransition.CREATED, 9, null)));
        Collections.shuffle(told, new Random(repetition.getCurrentRepetition()));
        TaskSteps steps = new TaskSteps();

        told.forEach(steps::take);

        assertThat(steps.all())
                .containsExactly(
                        new Steps(TASK, "acme", "usage-drop", "csm", at(9), at(12), at(15), true, true, false));
    }

    private static TaskChanged step(TaskTransition transition, int hour, @Nullable Clock clock) {
        boolean done = transition == TaskTransition.COMPLETED || transition == TaskTransition.COMMENTED;
        return new TaskChanged(
                TASK,
                transition,
                at(hour),
                done ? TaskState.COMPLETED : TaskState.OPEN,
                "acme",
                null,
                TASK,
                "usage-drop",
                TASK,
                "Usage drop",
                Reason.USAGE_DROP,
                Severity.HIGH,
                "csm",
                null,
                "",
                new DueTimes(null, null, null, null),
                clock,
                0,
                null,
                null);
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-11-02T%02d:00:00Z".formatted(hour));
    }
}
