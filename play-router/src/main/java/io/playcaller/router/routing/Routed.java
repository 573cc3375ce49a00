package io.playcaller.router.routing;

import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a signal ended up, and how it came there. */
public sealed interface Routed {

    List<PathStep> path();

    /**
     * It made a task.
     *
     * @param run that goes on after the task; null where the task is the whole run
     */
    record Started(
            TaskDecision.Changed decision,
            List<PathStep> path,
            @Nullable RunChange run) implements Routed {}

    /**
     * It began a run whose first step is a message, so that nobody has a task of it yet.
     */
    record Begun(RunChange run, List<PathStep> path) implements Routed {}

    /** It joined a task. */
    record Joined(TaskDecision decision, List<PathStep> path) implements Routed {}

    /** It made none so far, and waits. */
    record Waiting(Waits waits, List<PathStep> path) implements Routed {}

    /** It made none. */
    record Stopped(boolean muted, List<PathStep> path) implements Routed {}

    /**
     * It made none, for comparison.
     *
     * @param run that begins with it, unless one of the same play is open on the account
     */
    record HeldOut(HoldoutRun run, List<PathStep> path) implements Routed {}
}
