package io.playcaller.outbox.relay;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One waiting record, as stored.
 *
 * @param headers a JSON object of text, in UTF-8
 * @param value in UTF-8; null for a tombstone
 */
public record OutboxRow(
        long id,
        String topic,
        @Nullable Integer partition,
        @Nullable String key,
        Buffer headers,
        @Nullable Buffer value) {}
