package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import io.playcaller.router.task.UnreadableTask;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What became of each task of a bulk, in the order in which they came. */
public record BulkAnswer(List<Item> items) {

    private static final Logger LOG = Logger.getLogger(BulkAnswer.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    /**
     * What became of a task.
     *
     * @param became {@code done}, {@code unchanged} (it was so already) or {@code refused}
     * @param state how it stands; null when there is no such task, or nobody knows
     * @param problem why it was refused; null when it was not
     */
    public record Item(
            UUID taskId,
            String became,
            @Nullable TaskState state,
            @Nullable Problem problem) {}

    /** One item; what fails harms none of the others. */
    static Uni<Item> item(UUID taskId, Uni<Optional<TaskDecision>> decision) {
        return decision.map(found -> found.map(one -> of(taskId, one))
                        .orElseGet(() -> refused(taskId, null, Problem.notFound("task", taskId.toString()))))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "an act on task %s failed", taskId);
                    return refused(taskId, null, problem(failure));
                });
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof UnreadableTask broken
                ? TaskViews.problem(broken)
                : Problem.unavailable("the task could not be written", SOON);
    }

    private static Item of(UUID taskId, TaskDecision decision) {
        if (decision instanceof Changed changed) {
            return new Item(taskId, "done", changed.after().state(), null);
        }
        if (decision instanceof Unchanged unchanged) {
            return new Item(taskId, "unchanged", unchanged.task().state(), null);
        }
        Refused refused = (Refused) decision;
        return refused(taskId, refused.task().state(), Problem.conflict(refused.code(), refused.sentence()));
    }

    private static Item refused(UUID taskId, @Nullable TaskState state, Problem problem) {
        return new Item(taskId, "refused", state, problem);
    }
}
