package io.playcaller.router.task;

import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.staff.Assignment;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A task that nobody took in time goes to somebody else, because a step of its ladder says so: at most twice, so that it does not
 * wander.
 */
public record PassingOn(Instant now) {

    /** How often in the life of a task. */
    public static final int AT_MOST = 2;

    /** Chosen among many, and not the account's own: {@link EscalationStep#NEXT} passes on no others. */
    private static final Set<String> BY_POOL = Set.of("pool", "holder", "last");

    /** How many steps of ladders that pass a task on it has heard. */
    public static int heard(Task task) {
        return (int) task.clocks().stream()
                .flatMap(run -> run.alarms().stream().limit(run.fired()))
                .filter(alarm -> alarm.kind() == AlarmKind.REASSIGN)
                .count();
    }

    /** Why a step passes on nothing; empty where it does. */
    public static Optional<String> whyNot(Task task, Alarm alarm) {
        if (heard(task) >= AT_MOST) {
            return Optional.of("It was to go on " + AT_MOST + " times already, and stays where it is.");
        }
        boolean onlyPool = EscalationStep.NEXT.equals(alarm.tell());
        return onlyPool
                        && task.assignment().staffId() != null
                        && !BY_POOL.contains(task.assignment().how())
                ? Optional.of("It stays where it is: it came to its person by name.")
                : Optional.empty();
    }

    /**
     * It goes on.
     *
     * @param to another than who has it
     * @param past calendar of who has it
     * @param next calendar of who has it then
     */
    public TaskDecision to(Task task, Timer timer, Assignment to, BusinessCalendar past, BusinessCalendar next) {
        TaskDecision.Changed changed = new TaskChange(task)
                .fired(timer)
                .passedTo(to, now, next)
                .begun(now, next)
                .by(TaskStep.spoken(
                        timer,
                        TaskTransition.ASSIGNED,
                        now,
                        Alarms.name(timer) + " ran out, so it goes on. " + to.sentence()));
        return new Handing(now, past, next).on(changed);
    }

    /** It stays. */
    public TaskDecision stays(Task task, Timer timer, String because) {
        return new TaskChange(task).fired(timer).by(TaskStep.spoken(timer, TaskTransition.NOTED, now, because));
    }
}
