package io.playcaller.router.task;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import java.time.Instant;

/** What the end of a run of several steps does to its open tasks. */
public final class TasksOfRun {

    private TasksOfRun() {}

    /**
     * The task ends with its run, whoever has it.
     *
     * @param because why the run ended, for people
     */
    public static TaskDecision ended(Task task, PlayOutcome outcome, String because, Instant now) {
        if (!task.isOpen()) {
            return new TaskDecision.Unchanged(task, "It has ended before.");
        }
        return new TaskChange(task)
                .ended(TaskState.WITHDRAWN, new Ending(now, outcome, null))
                .by(TaskStep.of(TaskTransition.WITHDRAWN, now, because));
    }
}
