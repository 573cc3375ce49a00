package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.PausePolicy;
import io.playcaller.router.sla.PausePolicy.Answer;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first touch, the update and the completion of a task while it waits for somebody else, and lets them go on: when
 * somebody says so, or at the limit.
 *
 * @param calendar of who has the task
 */
public record Pausing(Instant now, BusinessCalendar calendar) {

    /**
     * Somebody asks for a pause.
     *
     * @param until last day of a customer's freeze; null for every other reason
     */
    public TaskDecision pause(Task task, Actor actor, PauseReason because, @Nullable LocalDate until) {
        if (!task.isOpen() || task.settled() != null) {
            return new Refused(task, "task-ended", "What it is about is over: no clock of it waits.");
        }
        if (task.assignment().staffId() == null) {
            return new Refused(task, "nobody-has-it", "Nobody has it who could wait. Acknowledge it first.");
        }
        if (!task.isOf(actor) && !actor.leads()) {
            return Refusals.notTheirs(task);
        }
        SlaClock pause = task.pause().orElse(null);
        if (pause != null) {
            return pause.because() == because
                    ? new Unchanged(task, "It is paused already, until " + pause.dueAt() + ".")
                    : new Refused(
                            task,
                            "paused",
                            "It is paused for another reason until " + pause.dueAt() + ". Resume it first.");
        }
        int earlier = task.clock(Clock.PAUSE).map(SlaClock::cycle).orElse(0);
        Answer answer = PausePolicy.answer(
                new PausePolicy.Ask(because, until, earlier, actor.leads(), task.isOfRenewal()), now, calendar);
        return answer instanceof Answer.Granted granted
                ? paused(task, actor, because, granted.until())
                : refused(task, (Answer.Refused) answer);
    }

    private TaskDecision paused(Task task, Actor actor, PauseReason because, Instant until) {
        return new TaskChange(task)
                .paused(now, until, because, calendar)
                .by(TaskStep.by(
                        actor,
                        TaskTransition.PAUSED,
                        now,
                        "Paused by " + actor.name() + ", at most until " + until + ": "
                                + because.wire().replace('-', ' ') + "."));
    }

    private static Refused refused(Task task, Answer.Refused refused) {
        return new Refused(task, refused.code(), refused.sentence());
    }

    /** Somebody says that it goes on. */
    public TaskDecision resume(Task task, Actor actor) {
        if (task.pause().isEmpty()) {
            return new Unchanged(task, "It is not paused.");
        }
        if (!task.isOf(actor) && !actor.leads()) {
            return Refusals.notTheirs(task);
        }
        return new TaskChange(task)
                .unpaused(now, calendar)
                .by(TaskStep.by(actor, TaskTransition.RESUMED, now, "Resumed by " + actor.name() + "."));
    }

    /** The limit of a pause is reached. One that ended before does nothing. */
    public TaskDecision ended(Task task, Timer timer) {
        if (task.awaited(timer).isEmpty()) {
            return new Unchanged(task, "The task has moved on.");
        }
        return new TaskChange(task)
                .clocks(run -> run.clock() == timer.clock() && run.cycle() == timer.cycle() ? run.afterFiring() : run)
                .unpaused(now, calendar)
                .by(TaskStep.spoken(timer, TaskTransition.RESUMED, now, "The pause is over."));
    }
}
