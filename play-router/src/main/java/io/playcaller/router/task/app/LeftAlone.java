package io.playcaller.router.task.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tasks at which something failed: this process leaves each alone for a minute, so that the others go on. */
final class LeftAlone {

    private static final Duration TIME = Duration.ofMinutes(1);

    /** So many at once are no fault of theirs. */
    private static final int MOST = 1_000;

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();

    void leave(UUID taskId, Instant now) {
        until.put(taskId, now.plus(TIME));
    }

    /** Those that are left alone now. */
    Set<UUID> at(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }

    /** Whether it is better to leave all of them alone for now. */
    boolean isFull(Instant now) {
        return at(now).size() >= MOST;
    }
}
