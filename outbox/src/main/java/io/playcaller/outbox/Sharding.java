package io.playcaller.outbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which shard of the outbox a record waits in: by its key, so that one relay at a time sends the records of a key.
 *
 * @param shards how many there are; a change needs an empty outbox, or the order per key is lost once
 */
public record Sharding(int shards) {

    public Sharding {
        if (shards < 1) {
            throw new IllegalArgumentException("shards: expected at least 1, got " + shards);
        }
    }

    public int of(OutboxRecord outgoing) {
        if (outgoing.key() != null) {
            return ofKey(outgoing.key());
        }
        return outgoing.partition() == null ? 0 : outgoing.partition() % shards;
    }

    public int ofKey(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % shards;
    }
}
