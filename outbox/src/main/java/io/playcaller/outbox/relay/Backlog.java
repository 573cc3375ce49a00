package io.playcaller.outbox.relay;

import java.time.Duration;

/**
 * What waits in the whole outbox, of all shards and replicas.
 *
 * @param depth how many records
 * @param age how long the oldest has waited, by the database's clock; zero when none waits
 */
public record Backlog(long depth, Duration age) {

    public static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
