package io.playcaller.router.delivery;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Precision;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskStep;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is told about a step of a task: the envelope of Standard Webhooks, well below its 20 KB.
 *
 * @param type such as {@code task.created} or {@code task.due_soon}
 */
public record TaskMessage(String type, Instant timestamp, Data data) {

    /** Steps that somebody outside must hear of. */
    private static final Set<TaskTransition> TOLD = EnumSet.of(
            TaskTransition.CREATED,
            TaskTransition.ASSIGNED,
            TaskTransition.RAISED,
            TaskTransition.SETTLED,
            TaskTransition.PAUSED,
            TaskTransition.RESUMED,
            TaskTransition.DUE_SOON,
            TaskTransition.BREACHED,
            TaskTransition.ESCALATED,
            TaskTransition.COMPLETED,
            TaskTransition.WITHDRAWN);

    /** Those of them that no clock says and that may happen several times to one task. */
    private static final Set<TaskTransition> AGAIN = EnumSet.of(
            TaskTransition.ASSIGNED,
            TaskTransition.RAISED,
            TaskTransition.SETTLED,
            TaskTransition.PAUSED,
            TaskTransition.RESUMED);

    private static final int EVIDENCE = 5;

    /** One of our people. */
    public record Person(String staffId, String name, String email) {}

    /** How often its reason was right, by those who worked on it in the last 180 days. */
    public record Share(long judged, long right) {

        private static Share of(Precision precision) {
            return new Share(precision.judged(), precision.right());
        }
    }

    /**
     * The task.
     *
     * @param happened what this message is about
     * @param clock the clock that spoke; null when none did
     * @param precision null while nobody has judged it
     * @param assignee null while nobody has it; {@code why} says why
     * @param escalatedTo who above was told last
     */
    public record Data(
            UUID taskId,
            long rev,
            String state,
            String title,
            String ask,
            String happened,
            @Nullable Clock clock,
            @Nullable String accountId,
            @Nullable String productId,
            String reason,
            @Nullable Share precision,
            String severity,
            String sentence,
            List<Evidence> evidence,
            @Nullable Money valueAtRisk,
            @Nullable Person assignee,
            String why,
            @Nullable Person escalatedTo,
            DueTimes due) {}

    /** The message of a step; empty when nobody outside needs to hear of it. */
    public static Optional<TaskMessage> of(TaskDecision.Changed change, Background background) {
        TaskTransition transition = change.step().transition();
        return TOLD.contains(transition) || change.step().isGathered()
                ? Optional.of(new TaskMessage(
                        "task." + transition.name().toLowerCase(Locale.ROOT),
                        change.step().at(),
                        data(change.after(), change.step(), background)))
                : Optional.empty();
    }

    /** Names the step among all of a task. What may happen to it again is told from the time before by its revision. */
    public static String purpose(TaskDecision.Changed change) {
        TaskStep step = change.step();
        String name = step.transition().name().toLowerCase(Locale.ROOT);
        if (step.clock() != null) {
            return name + "/" + step.clock().name().toLowerCase(Locale.ROOT) + "/" + step.cycle() + "/" + step.level();
        }
        if (step.isGathered()) {
            return name + "/" + step.cycle();
        }
        return AGAIN.contains(step.transition()) ? name + "/" + change.after().rev() : name;
    }

    private static Data data(Task task, TaskStep step, Background background) {
        Directory directory = background.directory();
        return new Data(
                task.taskId(),
                task.rev(),
                task.state().name().toLowerCase(Locale.ROOT),
                task.order().title(),
                task.order().ask(),
                step.sentence(),
                step.clock(),
                task.signal().accountId(),
                task.signal().productId(),
                task.signal().reason().code(),
                background.precisions().of(task).map(Share::of).orElse(null),
                task.severity().name().toLowerCase(Locale.ROOT),
                task.signal().sentence(),
                task.signal().evidence().stream().limit(EVIDENCE).toList(),
                task.signal().valueAtRisk(),
                person(directory, task.assignment().staffId()),
                task.assignment().sentence(),
                task.escalatedTo() == null
                        ? null
                        : person(directory, task.escalatedTo().staffId()),
                task.due());
    }

    private static @Nullable Person person(Directory directory, @Nullable String staffId) {
        return directory.person(staffId).map(TaskMessage::person).orElse(null);
    }

    private static Person person(StaffMember staff) {
        return new Person(staff.staffId(), staff.name(), staff.email());
    }
}
