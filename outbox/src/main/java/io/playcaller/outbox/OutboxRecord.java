package io.playcaller.outbox;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.WireJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One record that waits to be sent.
 *
 * @param topic the name on the broker, prefix included
 * @param partition null to let Kafka's default partitioner choose by {@code key}
 * @param key null only for a record with a partition
 * @param headers in the order in which they are sent
 * @param value JSON in UTF-8, not to be changed any more; null for a tombstone
 */
public record OutboxRecord(
        String topic,
        @Nullable Integer partition,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable Buffer value) {

    /** Below the broker's default limit for a message, with room for headers: what is larger could never be sent. */
    public static final int MAX_VALUE_BYTES = 900_000;

    public OutboxRecord {
        if (partition == null && key == null) {
            throw new IllegalArgumentException("a record for " + topic + " has neither key nor partition");
        }
        if (value != null && value.length() > MAX_VALUE_BYTES) {
            throw new IllegalArgumentException("a record for %s with key %s has %d bytes, at most %d can be sent"
                    .formatted(topic, key, value.length(), MAX_VALUE_BYTES));
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An event with a key. */
    public static OutboxRecord of(String topic, String key, Envelope envelope, Record data) {
        return of(topic, key, envelope, EventType.of(data), json(data));
    }

    /**
     * An event with a key, whose JSON is there already.
     *
     * @param json as {@link WireJson#write} writes data of the type
     */
    public static OutboxRecord of(String topic, String key, Envelope envelope, EventType type, Buffer json) {
        return new OutboxRecord(topic, null, key, headers(envelope, type), json);
    }

    /** An event for one partition, without a key: what concerns the log and not one account. */
    public static OutboxRecord toPartition(String topic, int partition, Envelope envelope, Record data) {
        return new OutboxRecord(topic, partition, null, headers(envelope, EventType.of(data)), json(data));
    }

    /** The deletion of {@code key} from a compacted topic. */
    public static OutboxRecord tombstone(String topic, String key) {
        return new OutboxRecord(topic, null, key, Map.of(), null);
    }

    private static Map<String, String> headers(Envelope envelope, EventType type) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : EventCodec.headers(envelope, type)) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static Buffer json(Record data) {
        return Buffer.buffer(WireJson.write(data));
    }
}
