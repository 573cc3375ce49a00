package io.playcaller.router.attention;

import java.util.UUID;

/**
 * A message to a person about which nothing is decided yet. Messages of the same revision of a task say the same over
 * different connectors and are one interruption.
 */
public record Waiting(UUID deliveryId, UUID taskId, long rev, Press press) {

    boolean saysTheSameAs(Waiting other) {
        return taskId.equals(other.taskId) && rev == other.rev;
    }
}
