package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import java.time.Instant;
import java.util.UUID;

/** That a clock of a task has something to say at an instant. (task, clock, cycle, level) happens once at most. */
public record Timer(UUID taskId, Clock clock, int cycle, int level, Instant dueAt) {

    /** Whether {@code next} is what the same clock of the same task says instead of it, or after it. */
    public boolean isReplacedBy(Timer next) {
        return clock == next.clock && taskId.equals(next.taskId);
    }
}
