package io.playcaller.router.task;

import io.playcaller.router.sla.SlaPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a task was made for: nothing that happens to it changes that.
 *
 * @param taskId derived from the run and the step, so that a replay makes the same task
 * @param play key
 * @param ask what the assignee is asked to do
 * @param minutes estimated work
 * @param policy decided at creation, and anew when the rules change; new runs of the clocks follow it
 * @param path how the signal was routed to it
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
        List<PathStep> path) {

    /** The same by another policy. */
    WorkOrder by(SlaPolicy other) {
        return new WorkOrder(taskId, playRunId, play, title, ask, minutes, other, createdAt, path);
    }
}
