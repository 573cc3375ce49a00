package io.playcaller.router.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A step of a task that was told on Kafka, which happens only after its commit.
 *
 * @param rev of the task after it
 * @param at business time of the step
 */
public record ToldStep(UUID taskId, long rev, Instant at) {

    /** A task whose newest step is older may have been removed by retention, which keeps 180 days at least. */
    public static final Duration REACH = Duration.ofDays(180);

    /**
     * Steps that a database does not know although they were told: it is older than they are.
     *
     * @param told some of the newest on Kafka, in any order
     * @param known rev by task; a task that is not there is missing
     */
    public static List<ToldStep> unknown(Collection<ToldStep> told, Map<UUID, Long> known, Instant now) {
        Map<UUID, ToldStep> newest = new HashMap<>();
        told.stream()
                .filter(step -> !step.at().isBefore(now.minus(REACH)))
                .forEach(step ->
                        newest.merge(step.taskId(), step, (one, other) -> one.rev() >= other.rev() ? one : other));
        return newest.values().stream()
                .filter(step -> known.getOrDefault(step.taskId(), 0L) < step.rev())
                .toList();
    }
}
