package io.playcaller.router.delivery.person;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.attention.Press;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That one of our people is told of a step of a task.
 *
 * @param staffId of whom
 * @param press how much it presses them
 */
public record Telling(String staffId, Press press) {

    private static final Set<TaskTransition> PRESSING = EnumSet.of(
            TaskTransition.CREATED,
            TaskTransition.ASSIGNED,
            TaskTransition.RAISED,
            TaskTransition.DUE_SOON,
            TaskTransition.BREACHED);

    private static final Set<TaskTransition> CAN_WAIT = EnumSet.of(TaskTransition.SETTLED, TaskTransition.WITHDRAWN);

    /**
     * Who is told of a step: its assignee, of an escalation who stands above, of a change of hands also who had it. Nobody is
     * told what they did themselves.
     */
    public static List<Telling> of(TaskDecision.Changed change) {
        Task task = change.after();
        TaskTransition transition = change.step().transition();
        Press press = press(task, change.step().at());
        Stream<Telling> told = Stream.empty();
        if (transition == TaskTransition.ESCALATED) {
            told = change.step().told().stream().map(staffId -> new Telling(staffId, press));
        } else if (PRESSING.contains(transition)) {
            told = Stream.concat(telling(task.assignment(), press), before(change));
        } else if (CAN_WAIT.contains(transition)) {
            told = telling(task.assignment(), Press.NONE);
        }
        return told.filter(one -> !one.staffId().equals(change.step().actor())).toList();
    }

    /** Nobody is interrupted today for what begins on a later day. */
    private static Press press(Task task, Instant now) {
        if (task.severity() == Severity.CRITICAL) {
            return Press.CRITICAL;
        }
        return task.startsAt().isAfter(now) ? Press.NONE : Press.NORMAL;
    }

    /** Whether a step presses somebody to do something. */
    public static boolean presses(TaskDecision.Changed change) {
        return PRESSING.contains(change.step().transition());
    }

    private static Stream<Telling> telling(@Nullable Assignment to, Press press) {
        return to == null || to.staffId() == null ? Stream.empty() : Stream.of(new Telling(to.staffId(), press));
    }

    private static Stream<Telling> before(TaskDecision.Changed change) {
        Task before = change.before();
        return before == null
                ? Stream.empty()
                : telling(before.assignment(), Press.NONE)
                        .filter(one -> !one.staffId()
                                .equals(change.after().assignment().staffId()));
    }
}
