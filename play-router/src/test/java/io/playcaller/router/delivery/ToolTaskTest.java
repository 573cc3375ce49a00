package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.person.TaskSteps;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolTaskTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Task task =
            TaskSteps.acknowledged(TaskSteps.created().after(), "ana", null).after();
    private final Changed updated = (Changed) new TaskDecider(TaskSteps.NOW.plusSeconds(120))
            .update(task, new Actor("ana", "ana", "Ana Lima"), null, TaskSteps.always());

    @Test
    void aStepThatMovesTheDueDayIsToldWhateverItIs() {
        assertThat(told(any -> any.rev() > task.rev() ? MONDAY.plusDays(1) : MONDAY))
                .map(ToolTask::dueOn)
                .contains(MONDAY.plusDays(1));
        assertThat(told(any -> any.rev() > task.rev() ? MONDAY : null))
                .map(ToolTask::dueOn)
                .contains(MONDAY);
    }

    @Test
    void aStepThatMovesNothingIsNotTold() {
        assertThat(told(any -> MONDAY)).isEmpty();
        assertThat(told(any -> any.rev() > task.rev() ? null : MONDAY)).isEmpty();
    }

    @Test
    void howOftenItsReasonWasRightStandsInItsDescription() {
        assertThat(ToolTask.of(TaskSteps.created(), TaskSteps.judged(), "jira", any -> MONDAY))
                .map(ToolTask::description)
                .hasValueSatisfying(
                        text -> assertThat(text).contains("This reason was right 3 of 4 times in 180 days."));
    }

    private Optional<ToolTask> told(ToolTask.DueDay dueDay) {
        return ToolTask.of(updated, TaskSteps.background(), "jira", dueDay);
    }
}
