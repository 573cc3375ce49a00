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
                        "Paused by " + actor.name() + until(because) + until + ": "
                                + because.wire().replace('-', ' ') + "."));
    }

    private static String until(PauseReason because) {
        return because == PauseReason.WAITING_FOR_SUPPORT ? ", to be looked at again on " : ", at most until ";
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

    /**
     * The limit of a pause is reached. One that ended before does nothing.
     *
     * @param severeTicket whether a severe ticket of its account is open, by what is known here: who waits for support waits on
     */
    public TaskDecision ended(Task task, Timer timer, boolean severeTicket) {
        if (task.awaited(timer).isEmpty()) {
            return new Unchanged(task, "The task has moved on.");
        }
        TaskChange change = new TaskChange(task).fired(timer);
        if (task.waitsForSupport() && severeTicket) {
            Instant until = PausePolicy.askSupportAgain(now, calendar);
            return change.clocks(run -> isOf(timer, run) ? run.prolonged(now, until, calendar) : run)
                    .by(TaskStep.spoken(
                            timer,
                            TaskTransition.NOTED,
                            now,
                            "A severe ticket of the account is still open: the pause goes on, and is looked at again on "
                                    + until + "."));
        }
        return change.unpaused(now, calendar)
                .by(TaskStep.spoken(timer, TaskTransition.RESUMED, now, "The pause is over."));
    }

    private static boolean isOf(Timer timer, SlaClock run) {
        return run.clock() == timer.clock() && run.cycle() == timer.cycle();
    }

    /** A severe ticket of its account moved: who waits for support goes on, with what its person had left. */
    public TaskDecision ticketMoved(Task task) {
        return task.waitsForSupport()
                ? new TaskChange(task)
                        .unpaused(now, calendar)
                        .by(TaskStep.of(
                                TaskTransition.RESUMED,
                                now,
                                "A severe ticket of the account moved: the pause is over."))
                : new Unchanged(task, "It does not wait for support.");
    }
}
