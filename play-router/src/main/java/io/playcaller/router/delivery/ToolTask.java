package io.playcaller.router.delivery;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a task is to stand in a tool that keeps tasks. Each message says the whole of it, so that any of them can create what is
 * missing there, and the last one is enough.
 *
 * @param taskId also the key by which it is found in the tool
 * @param assigns whether this step gave it to somebody: else whom it has in the tool stays as it is
 * @param assignee their id in the tool; null where nobody has it, or the tool does not know them
 * @param dueOn the day on which it is to be done where its person is; null without such a clock
 * @param happened what it was, where somebody is to read it; null where the state says it all
 */
public record ToolTask(
        UUID taskId,
        State state,
        boolean assigns,
        @Nullable String assignee,
        String subject,
        String description,
        Severity severity,
        @Nullable LocalDate dueOn,
        @Nullable String accountId,
        @Nullable String happened) {

    /** Where it stands there. They only go forward: what somebody ended in the tool is not opened again. */
    public enum State {
        OPEN,
        STARTED,
        DONE,
        DROPPED;

        public boolean isEnd() {
            return this == DONE || this == DROPPED;
        }

        static State of(TaskState state) {
            return switch (state) {
                case ACKNOWLEDGED -> STARTED;
                case COMPLETED -> DONE;
                case WITHDRAWN -> DROPPED;
                default -> OPEN;
            };
        }
    }

    /** The day on which a task is to be done. */
    public interface DueDay {

        /** Null without a clock that says it. */
        @Nullable
        LocalDate of(Task task);
    }

    /** A step that it tells of; any other only when it has moved the day on which the task is to be done. */
    private static final Set<TaskTransition> TOLD = EnumSet.of(
            TaskTransition.CREATED,
            TaskTransition.ASSIGNED,
            TaskTransition.ACKNOWLEDGED,
            TaskTransition.RAISED,
            TaskTransition.SETTLED,
            TaskTransition.BREACHED,
            TaskTransition.ESCALATED,
            TaskTransition.COMPLETED,
            TaskTransition.WITHDRAWN);

    private static final Set<TaskTransition> COMMENTED = EnumSet.of(
            TaskTransition.RAISED,
            TaskTransition.SETTLED,
            TaskTransition.BREACHED,
            TaskTransition.ESCALATED,
            TaskTransition.WITHDRAWN);

    private static final Set<TaskTransition> ASSIGNING = EnumSet.of(TaskTransition.CREATED, TaskTransition.ASSIGNED);

    private static final int LONGEST_SUBJECT = 255;

    /**
     * How it is to stand after a step; empty when the tool need not hear of it.
     *
     * @param tool name of the connector, by which people state who they are there
     * @param dueDay by the calendar of its person
     */
    public static Optional<ToolTask> of(
            TaskDecision.Changed change, Background background, String tool, DueDay dueDay) {
        TaskTransition transition = change.step().transition();
        LocalDate dueOn = dueDay.of(change.after());
        return TOLD.contains(transition) || hasMoved(dueOn, change.before(), dueDay)
                ? Optional.of(of(
                        change.after(),
                        background,
                        tool,
                        dueOn,
                        ASSIGNING.contains(transition),
                        COMMENTED.contains(transition) ? change.step().sentence() : null))
                : Optional.empty();
    }

    private static boolean hasMoved(@Nullable LocalDate dueOn, @Nullable Task before, DueDay dueDay) {
        return dueOn != null && before != null && !dueOn.equals(dueDay.of(before));
    }

    /** The whole of it once more, when the tool was found to differ. */
    public static ToolTask again(Task task, Background background, String tool, @Nullable LocalDate dueOn) {
        return of(task, background, tool, dueOn, true, null);
    }

    /** Names the step among all of a task. */
    public static String purpose(TaskDecision.Changed change) {
        String name = change.step().transition().name().toLowerCase(Locale.ROOT);
        return change.before() == null ? name : name + "/" + change.after().rev();
    }

    private static ToolTask of(
            Task task,
            Background background,
            String tool,
            @Nullable LocalDate dueOn,
            boolean assigns,
            @Nullable String happened) {
        Optional<StaffMember> person =
                background.directory().person(task.assignment().staffId());
        String subject = task.order().title() + ": "
                + (task.signal().account() == null
                        ? task.signal().sentence()
                        : task.signal().account().name());
        return new ToolTask(
                task.taskId(),
                State.of(task.state()),
                assigns,
                person.flatMap(one -> one.identityIn(tool)).orElse(null),
                oneLine(subject),
                ToolText.of(task, background.precisions().words(task), person, tool),
                task.severity(),
                dueOn,
                task.signal().accountId(),
                happened);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
