package io.playcaller.router.task;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Told;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a task, at one instant.
 *
 * @param now by the database's business clock, read once in the transaction
 */
public record TaskDecider(Instant now) {

    /** A new task, open, with the clocks of its policy running on {@code calendar}, from when its person is to begin. */
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
                order.policy().atCreation(assignment.startsAt() == null ? now : assignment.startsAt(), calendar),
                0,
                null,
                null,
                List.of(),
                null);
        return new TaskDecision.Changed(null, task, TaskStep.of(TaskTransition.CREATED, now, assignment.sentence()));
    }

    /**
     * Somebody of the directory has it: its assignee, or who takes it, when nobody has it. Of another's task nobody is told
     * that they have it.
     *
     * @param taker has a task that nobody had from now on; null for somebody who is not in the directory
     * @param calendar of who has it then
     */
    public TaskDecision acknowledge(Task task, Actor actor, @Nullable Assignment taker, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        if (actor.staffId() == null) {
            return new Refused(
                    task,
                    "not-in-directory",
                    actor.name() + " is not in the directory and cannot have a task. Who is to have tasks stands in "
                            + "directory.yaml of play-router, with the id or the e-mail address of their login.");
        }
        if (task.isOfAnother(actor)) {
            return ofAnother(task);
        }
        if (task.state() == TaskState.ACKNOWLEDGED) {
            return new Unchanged(task, "It is acknowledged already.");
        }
        return accepted(new TaskChange(task), task, actor, taker, calendar)
                .by(TaskStep.by(actor, TaskTransition.ACKNOWLEDGED, now, "Acknowledged by " + actor.name() + "."));
    }

    private static Refused ofAnother(Task task) {
        String holder = String.valueOf(task.assignment().staffId());
        return task.state() == TaskState.ACKNOWLEDGED
                ? new Refused(
                        task, "accepted-by-another", holder + " has accepted it. Ask them, or let a lead reassign it.")
                : new Refused(
                        task,
                        "of-another",
                        "It is assigned to " + holder
                                + ", who has not accepted it. Ask them, or acknowledge it by itself in Playcaller, which "
                                + "takes it over.");
    }

    /**
     * Somebody of the directory has it instead of its assignee, who has not accepted it; else as {@link #acknowledge}.
     *
     * @param calendar of who takes it
     */
    public TaskDecision takeOver(Task task, Actor actor, Assignment taker, BusinessCalendar calendar) {
        if (!task.isOpen() || !task.isOfAnother(actor) || task.state() == TaskState.ACKNOWLEDGED) {
            return acknowledge(task, actor, taker, calendar);
        }
        String sentence =
                actor.name() + " took it over from " + task.assignment().staffId() + ".";
        return acceptance(new TaskChange(task), task, calendar)
                .begun(now, calendar)
                .assignment(new Assignment(taker.role(), taker.staffId(), "taken-over", sentence))
                .by(TaskStep.by(actor, TaskTransition.ASSIGNED, now, sentence));
    }

    /**
     * Somebody else has it from now on, by the word of a person. Who takes it themselves has accepted it; anybody else is
     * asked to, so that its accept clock runs anew; so it does where nobody has it. What was to begin later begins now.
     *
     * @param calendar of who has it then
     */
    public TaskDecision reassign(Task task, Actor actor, Assignment to, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        if (Objects.equals(task.assignment().staffId(), to.staffId())) {
            return new Unchanged(task, "They have it already.");
        }
        TaskChange change = new TaskChange(task);
        if (to.staffId() != null && to.staffId().equals(actor.staffId())) {
            acceptance(change.assignment(to), task, calendar);
        } else {
            change.passedTo(to, now, calendar);
        }
        return change.begun(now, calendar).by(TaskStep.by(actor, TaskTransition.ASSIGNED, now, to.sentence()));
    }

    /**
     * One of ours was in touch with the customer, which ends a pause. Its assignee has accepted the task with it, anybody
     * else has not.
     */
    public TaskDecision touch(
            Task task, Actor actor, @Nullable Assignment taker, TouchKind kind, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        TaskChange change = new TaskChange(task).unpaused(now, calendar);
        return renewUpdate(accepted(change, task, actor, taker, calendar), task, calendar)
                .stopped(Clock.FIRST_TOUCH, now)
                .by(TaskStep.by(
                        actor,
                        TaskTransition.TOUCHED,
                        now,
                        actor.name() + " was in touch: " + kind.name().toLowerCase(Locale.ROOT) + "."));
    }

    /**
     * The log of the customer shows a touch after the task was made, or paused, whoever wrote it down.
     *
     * @param calendar of who has the task
     */
    public TaskDecision touchSeen(Task task, Instant touchedAt, BusinessCalendar calendar) {
        boolean waits =
                task.clock(Clock.FIRST_TOUCH).filter(SlaClock::isRunning).isPresent()
                        && !touchedAt.isBefore(task.order().createdAt());
        boolean endsPause = task.pause()
                .filter(pause -> touchedAt.isAfter(pause.startedAt()))
                .isPresent();
        if (!waits && !endsPause) {
            return new Unchanged(task, "No touch is awaited.");
        }
        TaskChange change = new TaskChange(task);
        return (endsPause ? change.unpaused(now, calendar) : change)
                .stopped(Clock.FIRST_TOUCH, now)
                .by(TaskStep.of(TaskTransition.TOUCHED, now, "A touch at " + touchedAt + " is on record."));
    }

    /** Somebody says how it stands: the periodic update. Its assignee has accepted the task with it. */
    public TaskDecision update(Task task, Actor actor, @Nullable Assignment taker, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        return renewUpdate(accepted(new TaskChange(task), task, actor, taker, calendar), task, calendar)
                .by(TaskStep.by(actor, TaskTransition.UPDATED, now, "Updated by " + actor.name() + "."));
    }

    /** A person is done with it. The same again changes nothing; what another person found is not overruled. */
    public TaskDecision complete(Task task, Actor actor, PlayOutcome outcome, @Nullable Closing closing) {
        Ending ending = task.ending();
        if (task.state() == TaskState.COMPLETED
                && ending != null
                && ending.outcome() == outcome
                && ending.closing() == closing) {
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
                        "Completed by " + actor.name() + ": " + outcome.name().toLowerCase(Locale.ROOT)
                                + (closing == null ? "." : ", " + closing.wire() + ".")));
    }

    /**
     * A further signal of the account, or a further transition of one of its own. With what makes it graver, leaves less time, or
     * is of one more, it is raised: told again.
     *
     * @param policy the clocks that the signal asks for; null for news that ask for nothing more than before
     */
    public TaskDecision join(Task task, SignalChanged signal, @Nullable SlaPolicy policy, BusinessCalendar calendar) {
        if (!task.isOpen()) {
            return over(task);
        }
        TaskChange change = new TaskChange(task).opened(signal);
        boolean again = task.settled() != null;
        if (again) {
            change.resumed(now, calendar);
        }
        Set<Clock> shorter =
                policy == null ? Set.of() : change.hurried(signal.episodeId(), policy, from(task, signal), calendar);
        boolean worse = Severities.isWorse(signal.severity(), task.severity());
        boolean known = task.openEpisodes().contains(signal.episodeId());
        // One more that is critical is told, also where it takes no time away.
        boolean critical = !known && signal.severity() == Severity.CRITICAL;
        TaskTransition quietly = known ? TaskTransition.NOTED : TaskTransition.JOINED;
        String first = again && task.isOf(signal) ? "It holds again: " : known ? "Its signal changed: " : "Also: ";
        return change.by(TaskStep.of(
                again || worse || critical || signal.ofMore() || !shorter.isEmpty() ? TaskTransition.RAISED : quietly,
                now,
                first + signal.sentence() + raised(worse, signal, shorter)));
    }

    /** What waits for its person's next day with room goes on waiting, unless something critical comes to it. */
    private Instant from(Task task, SignalChanged signal) {
        boolean waits = task.startsAt().isAfter(now) && signal.severity() != Severity.CRITICAL;
        return waits ? task.startsAt() : now;
    }

    private static String raised(boolean worse, SignalChanged signal, Set<Clock> shorter) {
        String severity = signal.severity().name().toLowerCase(Locale.ROOT);
        String less = shorter.stream().map(Alarms::what).collect(Collectors.joining(", "));
        return (worse ? ". It is " + severity + " now" : "") + (less.isEmpty() ? "" : ". There is less time: " + less);
    }

    /** One of its episodes got a task of its own. */
    public TaskDecision episodeMoved(Task task, SignalChanged signal) {
        if (!task.openEpisodes().contains(signal.episodeId())) {
            return new Unchanged(task, "The episode is not open on it.");
        }
        return new TaskChange(task)
                .episodeEnded(signal.episodeId())
                .by(TaskStep.of(TaskTransition.NOTED, now, "It has a task of its own now: " + signal.sentence()));
    }

    /**
     * One of its episodes ended. With the last one a task that nobody has accepted is withdrawn, and one that somebody has is
     * settled: its clocks stand still, and it ends by itself when its person has not said how it went. A step of a run that has
     * a course goes on until its run ends.
     *
     * @param wrapUp the time that they have for it; null for as long as they like
     */
    public TaskDecision episodeEnded(
            Task task, SignalChanged signal, @Nullable BusinessTime wrapUp, BusinessCalendar calendar) {
        if (!task.openEpisodes().contains(signal.episodeId()) || !task.isOpen()) {
            return new Unchanged(task, "The episode is not open on it.");
        }
        TaskChange change = new TaskChange(task).episodeEnded(signal.episodeId());
        if (task.openEpisodes().size() > 1 || !task.order().wholeRun()) {
            return change.by(TaskStep.of(TaskTransition.NOTED, now, signal.sentence()));
        }
        if (task.state() == TaskState.ACKNOWLEDGED) {
            return change.settled(outcome(task, signal), wrapUp, now, calendar)
                    .by(TaskStep.of(TaskTransition.SETTLED, now, signal.sentence()));
        }
        return change.ended(TaskState.WITHDRAWN, new Ending(now, outcome(task, signal), null))
                .by(TaskStep.of(TaskTransition.WITHDRAWN, now, signal.sentence()));
    }

    /** An account that became another one has not got better, and one that got better alone is no success of the play. */
    private static PlayOutcome outcome(Task task, SignalChanged signal) {
        if (signal.state() == SignalState.RETRACTED) {
            return PlayOutcome.RETRACTED;
        }
        if (signal.mergedInto() != null) {
            return PlayOutcome.OVERTAKEN;
        }
        boolean touched =
                task.clock(Clock.FIRST_TOUCH).filter(run -> !run.isRunning()).isPresent();
        return touched || task.state() == TaskState.ACKNOWLEDGED ? PlayOutcome.SUCCEEDED : PlayOutcome.RECOVERED;
    }

    /**
     * A timer is due. One that the task no longer waits for does nothing.
     *
     * @param told whom an escalation tells; null where the alarm tells nobody above
     */
    public TaskDecision fire(Task task, Timer timer, @Nullable Told told) {
        Alarm alarm = task.awaited(timer).orElse(null);
        if (alarm == null) {
            return new Unchanged(task, "The task has moved on.");
        }
        TaskChange change = new TaskChange(task).fired(timer);
        return switch (alarm.kind()) {
            case WARN ->
                change.by(TaskStep.spoken(timer, TaskTransition.DUE_SOON, now, Alarms.name(timer) + " runs out soon."));
            case BREACH ->
                change.by(TaskStep.spoken(timer, TaskTransition.BREACHED, now, Alarms.name(timer) + " ran out."));
            case ESCALATE -> escalated(change, timer, Alarms.orNobody(told));
            case GIVE_UP -> gaveUp(change, task, timer);
            case REASSIGN ->
                throw new IllegalArgumentException("what passes a task on is decided by PassingOn: " + timer);
            case RESUME -> throw new IllegalArgumentException("what ends a pause is decided by Pausing: " + timer);
        };
    }

    private TaskDecision escalated(TaskChange change, Timer timer, Told told) {
        String sentence = told.above().sentence();
        return change.escalated(told.above())
                .by(TaskStep.spoken(timer, TaskTransition.ESCALATED, now, sentence)
                        .to(told.staffIds()));
    }

    private TaskDecision gaveUp(TaskChange change, Task task, Timer timer) {
        PlayOutcome settled = task.settled();
        return change.ended(TaskState.WITHDRAWN, new Ending(now, settled == null ? PlayOutcome.EXPIRED : settled, null))
                .by(TaskStep.spoken(
                        timer,
                        TaskTransition.WITHDRAWN,
                        now,
                        settled == null ? "The play gave up." : "What it was about is over."));
    }

    /** With what its assignee does it is accepted; what nobody has is taken by who acts on it. */
    private TaskChange accepted(
            TaskChange change, Task task, Actor actor, @Nullable Assignment taker, BusinessCalendar calendar) {
        boolean nobodys = task.assignment().staffId() == null;
        if (task.isOfAnother(actor) || (nobodys && taker == null)) {
            return change;
        }
        if (nobodys && taker != null) {
            change.assignment(taker);
        }
        return acceptance(change, task, calendar);
    }

    private TaskChange acceptance(TaskChange change, Task task, BusinessCalendar calendar) {
        return task.state() == TaskState.OPEN
                ? change.state(TaskState.ACKNOWLEDGED)
                        .stopped(Clock.ACCEPT, now)
                        .started(Clock.UPDATE, now, calendar)
                : change;
    }

    /** The periodic update was given: its clock runs anew. */
    private TaskChange renewUpdate(TaskChange change, Task task, BusinessCalendar calendar) {
        boolean runs = task.clock(Clock.UPDATE).filter(SlaClock::isRunning).isPresent();
        return runs ? change.stopped(Clock.UPDATE, now).started(Clock.UPDATE, now, calendar) : change;
    }

    private static TaskDecision over(Task task) {
        return new Refused(
                task,
                "task-ended",
                "The task is " + task.state().name().toLowerCase(Locale.ROOT) + "; nothing can be done with it.");
    }
}
