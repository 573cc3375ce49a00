package io.playcaller.outbox.relay;

import org.jspecify.annotations.Nullable;

/**
 * One waiting record, as stored.
 *
 * @param headers a JSON object of text
 * @param value null for a tombstone
 */
public record OutboxRow(
        long id,
        String topic,
        @Nullable Integer partition,
        @Nullable String key,
        String headers,
        @Nullable String value) {}
