package io.playcaller.forecast.intake;

import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one batch told of when tasks began, were accepted and ended, and whether their clocks ran out before. The order and
 * repetition of steps do not matter.
 */
public final class TaskSteps {

    /** What is known of one task from the steps of a batch; null where none of them says it. */
    public record Steps(
            UUID taskId,
            @Nullable String accountId,
            String play,
            String role,
            @Nullable Instant createdAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant endedAt,
            boolean completed,
            boolean acceptedLate,
            boolean completedLate) {

        private static Steps of(TaskChanged task) {
            TaskTransition step = task.transition();
            boolean completed = step == TaskTransition.COMPLETED;
            boolean ended = completed || step == TaskTransition.WITHDRAWN;
            boolean breached = step == TaskTransition.BREACHED;
            return new Steps(
                    task.taskId(),
                    task.accountId(),
                    task.play(),
                    task.role(),
                    step == TaskTransition.CREATED ? task.at() : null,
                    step == TaskTransition.ACKNOWLEDGED ? task.at() : null,
                    ended ? task.at() : null,
                    completed || task.state() == TaskState.COMPLETED,
                    breached && task.clock() == Clock.ACCEPT,
                    breached && task.clock() == Clock.COMPLETE);
        }

        private Steps and(Steps next) {
            return new Steps(
                    taskId,
                    next.accountId == null ? accountId : next.accountId,
                    play,
                    next.role,
                    earlier(createdAt, next.createdAt),
                    earlier(acceptedAt, next.acceptedAt),
                    earlier(endedAt, next.endedAt),
                    completed || next.completed,
                    acceptedLate || next.acceptedLate,
                    completedLate || next.completedLate);
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    private final Map<UUID, Steps> tasks = new TreeMap<>();

    /** Takes a step. */
    public void take(TaskChanged task) {
        tasks.merge(task.taskId(), Steps.of(task), Steps::and);
    }

    /** By task. */
    public Collection<Steps> all() {
        return tasks.values();
    }

    public boolean isEmpty() {
        return tasks.isEmpty();
    }
}
