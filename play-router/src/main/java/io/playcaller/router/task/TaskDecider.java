package io.playcaller.router.task;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a task, at one instant.
 *
 * @param now by the database's business clock, read once in the transaction
 */
public record TaskDecider(Instant now) {

    /** A new task, open, with the clocks of its policy running on {@code calendar}. */
    public TaskDecision.Changed create(
            WorkOrder order, SignalChanged signal, Assignment assignment, BusinessCalendar calendar) {
        Task task = new Task(
                order,
                1,
                signal,
                Set.of(signal.episodeId()),
                signal.severity(),
                TaskState.OPEN,
                assignment,
                order.policy().atCreation(now, calendar),
                0,
                null,
                null);
        return new TaskDecision.Changed(null, task, TaskStep.of(TaskTransition.CREATED, now, assignment.sentence()));
    }

    /**
     * Somebody has it.
     *
     * @param taker takes a task that nobody has; null leaves the assignee
     */
    public TaskDecision acknowledge(Task task, Actor actor, @Nullable Assignment taker, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        if (task.state() == TaskState.ACKNOWLEDGED) {
            return new Unchanged(task, "It is acknowledged already.");
        }
        return accepted(task, taker, calendar)
                .by(TaskStep.by(actor, TaskTransition.ACKNOWLEDGED, now, "Acknowledged by " + actor.name() + "."));
    }

    /** One of ours was in touch with the customer; whoever does that has accepted the task. */
    public TaskDecision touch(
            Task task, Actor actor, @Nullable Assignment taker, TouchKind kind, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        return renewUpdate(accepted(task, taker, calendar), task, calendar)
                .clocks(run -> run.clock() == Clock.FIRST_TOUCH ? run.stopped(now) : run)
                .by(TaskStep.by(
                        actor,
                        TaskTransition.TOUCHED,
                        now,
                        actor.name() + " was in touch: " + kind.name().toLowerCase(Locale.ROOT) + "."));
    }

    /** The log of the customer shows a touch after the task was made, whoever wrote it down. */
    public TaskDecision touchSeen(Task task, Instant touchedAt) {
        boolean waits =
                task.clock(Clock.FIRST_TOUCH).filter(SlaClock::isRunning).isPresent();
        if (!waits || touchedAt.isBefore(task.order().createdAt())) {
            return new Unchanged(task, "No first touch is awaited.");
        }
        return new TaskChange(task)
                .clocks(run -> run.clock() == Clock.FIRST_TOUCH ? run.stopped(now) : run)
                .by(TaskStep.of(TaskTransition.TOUCHED, now, "A touch at " + touchedAt + " is on record."));
    }

    /** Its person says how it stands: the periodic update. */
    public TaskDecision update(Task task, Actor actor, @Nullable Assignment taker, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        return renewUpdate(accepted(task, taker, calendar), task, calendar)
                .by(TaskStep.by(actor, TaskTransition.UPDATED, now, "Updated by " + actor.name() + "."));
    }

    /** A person is done with it. */
    public TaskDecision complete(Task task, Actor actor, PlayOutcome outcome, Closing closing) {
        if (task.state() == TaskState.COMPLETED) {
            return new Unchanged(task, "It is completed already.");
        }
        if (!task.isOpen()) {
            return over(task);
        }
        return new TaskChange(task)
                .ended(TaskState.COMPLETED, new Ending(now, outcome, closing))
                .by(TaskStep.by(
                        actor,
                        TaskTransition.COMPLETED,
                        now,
                        "Completed by " + actor.name() + ": " + outcome.name().toLowerCase(Locale.ROOT) + ", "
                                + closing.wire() + "."));
    }

    /** A further signal of the account, or a further transition of one of its own. */
    public TaskDecision join(Task task, SignalChanged signal) {
        if (!task.isOpen()) {
            return over(task);
        }
        boolean known = task.openEpisodes().contains(signal.episodeId());
        return new TaskChange(task)
                .opened(signal)
                .by(TaskStep.of(
                        known ? TaskTransition.NOTED : TaskTransition.JOINED,
                        now,
                        (known ? "Its signal changed: " : "Also: ") + signal.sentence()));
    }

    /** One of its episodes ended. With the last one a task that nobody has accepted is withdrawn; else it is noted. */
    public TaskDecision episodeEnded(Task task, SignalChanged signal) {
        if (!task.openEpisodes().contains(signal.episodeId()) || !task.isOpen()) {
            return new Unchanged(task, "The episode is not open on it.");
        }
        TaskChange change = new TaskChange(task).episodeEnded(signal.episodeId());
        if (task.openEpisodes().size() > 1 || task.state() == TaskState.ACKNOWLEDGED) {
            return change.by(TaskStep.of(TaskTransition.NOTED, now, signal.sentence()));
        }
        return change.ended(TaskState.WITHDRAWN, new Ending(now, outcome(signal), null))
                .by(TaskStep.of(TaskTransition.WITHDRAWN, now, signal.sentence()));
    }

    /** An account that became another one has not got better. */
    private static PlayOutcome outcome(SignalChanged signal) {
        if (signal.state() == SignalState.RETRACTED) {
            return PlayOutcome.RETRACTED;
        }
        return signal.mergedInto() == null ? PlayOutcome.SUCCEEDED : PlayOutcome.OVERTAKEN;
    }

    /**
     * A timer is due. One that the task no longer waits for does nothing.
     *
     * @param told whom an escalation tells; null where the alarm tells nobody above
     */
    public TaskDecision fire(Task task, Timer timer, @Nullable Assignment told) {
        if (!task.timers().contains(timer)) {
            return new Unchanged(task, "The task has moved on.");
        }
        TaskChange change = new TaskChange(task)
                .clocks(run -> run.clock() == timer.clock() && run.cycle() == timer.cycle() ? run.afterFiring() : run);
        return switch (Alarms.kind(task, timer)) {
            case WARN ->
                change.by(TaskStep.spoken(timer, TaskTransition.DUE_SOON, now, Alarms.name(timer) + " runs out soon."));
            case BREACH ->
                change.by(TaskStep.spoken(timer, TaskTransition.BREACHED, now, Alarms.name(timer) + " ran out."));
            case ESCALATE ->
                change.escalated(Alarms.toldOf(told))
                        .by(TaskStep.spoken(
                                timer,
                                TaskTransition.ESCALATED,
                                now,
                                Alarms.toldOf(told).sentence()));
            case GIVE_UP ->
                change.ended(TaskState.WITHDRAWN, new Ending(now, PlayOutcome.EXPIRED, null))
                        .by(TaskStep.spoken(timer, TaskTransition.WITHDRAWN, now, "The play gave up."));
        };
    }

    private TaskChange accepted(Task task, @Nullable Assignment taker, BusinessCalendar calendar) {
        TaskChange change = new TaskChange(task);
        if (task.assignment().staffId() == null && taker != null) {
            change.assignment(taker);
        }
        if (task.state() == TaskState.OPEN) {
            change.state(TaskState.ACKNOWLEDGED).clocks(run -> run.clock() == Clock.ACCEPT ? run.stopped(now) : run);
            task.order().policy().start(Clock.UPDATE, 1, now, calendar).ifPresent(change::clockStarted);
        }
        return change;
    }

    /** The periodic update was given: its clock runs anew. */
    private TaskChange renewUpdate(TaskChange change, Task task, BusinessCalendar calendar) {
        task.clock(Clock.UPDATE).filter(SlaClock::isRunning).ifPresent(running -> {
            change.clocks(run -> run.clock() == Clock.UPDATE ? run.stopped(now) : run);
            task.order()
                    .policy()
                    .start(Clock.UPDATE, running.cycle() + 1, now, calendar)
                    .ifPresent(change::clockStarted);
        });
        return change;
    }

    private static TaskDecision over(Task task) {
        return new Refused(
                task,
                "task-ended",
                "The task is " + task.state().name().toLowerCase(Locale.ROOT) + "; nothing can be done with it.");
    }
}
