package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Somebody else is to have a task. They are to accept it anew; what its other clocks have used up stays used up.
 *
 * @param by who says so
 * @param calendar of who has it then
 */
public record Reassignment(Actor by, Assignment to, BusinessCalendar calendar) {

    /** What it does to a task; nothing to one that they have already. */
    public TaskDecision of(Task task, Instant now) {
        if (!task.isOpen()) {
            return new TaskDecision.Refused(
                    task,
                    "task-ended",
                    "The task is " + task.state().name().toLowerCase(Locale.ROOT) + "; nobody else can have it.");
        }
        if (Objects.equals(to.staffId(), task.assignment().staffId())) {
            return new TaskDecision.Unchanged(task, "They have it already.");
        }
        TaskChange change = new TaskChange(task).assignment(to);
        if (task.settled() == null) {
            change.state(TaskState.OPEN)
                    .stopped(Clock.ACCEPT, now)
                    .stopped(Clock.UPDATE, now)
                    .started(Clock.ACCEPT, now, calendar);
        }
        return change.by(TaskStep.by(by, TaskTransition.ASSIGNED, now, to.sentence()));
    }
}
