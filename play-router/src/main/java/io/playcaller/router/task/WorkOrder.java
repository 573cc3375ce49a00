package io.playcaller.router.task;

import io.playcaller.router.sla.SlaPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task was made for: nothing that happens to it changes that.
 *
 * @param taskId derived from the run and the step, so that a replay makes the same task
 * @param play key
 * @param ask what the assignee is asked to do
 * @param minutes estimated work
 * @param policy decided at creation, and anew when the rules change; new runs of the clocks follow it
 * @param path how the signal was routed to it
 * @param step key of the step of a run that has a course, which goes on after it; null where the task is the whole run, and
 *     the run ends with it
 * @param holdoutPercent the share that was held out when the lot was drawn for its run; null where none was drawn, and of a later
 *     step
 */
public record WorkOrder(
        UUID taskId,
        UUID playRunId,
        String play,
        String title,
        String ask,
        int minutes,
        SlaPolicy policy,
        Instant createdAt,
        List<PathStep> path,
        @Nullable String step,
        @Nullable Integer holdoutPercent) {

    /** Of a task that is the whole run, for which no lot was drawn. */
    public WorkOrder(
            UUID taskId,
            UUID playRunId,
            String play,
            String title,
            String ask,
            int minutes,
            SlaPolicy policy,
            Instant createdAt,
            List<PathStep> path) {
        this(taskId, playRunId, play, title, ask, minutes, policy, createdAt, path, null, null);
    }

    /** Whether the task is the whole run. */
    public boolean wholeRun() {
        return step == null;
    }

    /** The same by another policy. */
    WorkOrder by(SlaPolicy other) {
        return new WorkOrder(
                taskId, playRunId, play, title, ask, minutes, other, createdAt, path, step, holdoutPercent);
    }
}
