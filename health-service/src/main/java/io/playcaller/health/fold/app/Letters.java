package io.playcaller.health.fold.app;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Original;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dead letters of one partition's fold. The id is derived from the place in the log: a repeated fold writes the same letter. */
final class Letters {

    static final String UNREADABLE = "fact.unreadable";
    static final String WITHOUT_ACCOUNT = "fact.without_account";
    static final String FOLD_FAILED = "fold.failed";

    /** Leaves room below the largest record that the outbox sends. */
    private static final int MAX_PAYLOAD_CHARS = 600_000;

    private final int partition;

    Letters(int partition) {
        this.partition = partition;
    }

    /**
     * A letter with the record that could not be used.
     *
     * @param subject whom it concerns, where one record may fail for several; else empty
     * @param at log time
     */
    DeadLetter of(LogEntry entry, String reason, String subject, String detail, Instant at) {
        Original original = entry.original();
        Map<String, String> attributes = new TreeMap<>(original.headers());
        String source = attributes.get(EventCodec.SOURCE);
        attributes.put("kafka_partition", Integer.toString(partition));
        attributes.put("kafka_offset", Long.toString(entry.offset()));
        String key = original.key();
        if (key != null) {
            attributes.put("kafka_key", key);
        }
        String text = utf8(original.value());
        String payload = text == null ? Base64.getEncoder().encodeToString(original.value()) : text;
        if (payload.length() > MAX_PAYLOAD_CHARS) {
            attributes.put("cut_from_chars", Integer.toString(payload.length()));
            payload = payload.substring(0, MAX_PAYLOAD_CHARS);
        }
        return new DeadLetter(
                Ids.derived("dead-letter", Place.HEALTH, partition, entry.offset(), subject)
                        .toString(),
                Place.HEALTH,
                source,
                reason,
                detail,
                null,
                null,
                null,
                at,
                attributes.getOrDefault(EventCodec.CONTENT_TYPE, EventCodec.JSON),
                payload,
                text == null,
                attributes);
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
