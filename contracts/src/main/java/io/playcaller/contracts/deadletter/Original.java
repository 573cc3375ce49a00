package io.playcaller.contracts.deadletter;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as Kafka handed it over, kept at hand for the case that it cannot be used; turned into text only when somebody
 * asks. Its letters are the same in every service.
 */
public final class Original {

    /** Of headers and key, what no longer fits is left out of a letter, which must stay small enough to be sent. */
    private static final int MOST_CHARS = 16_000;

    private final ConsumerRecord<?, byte[]> record;

    private Original(ConsumerRecord<?, byte[]> record) {
        this.record = record;
    }

    public static Original of(ConsumerRecord<?, byte[]> record) {
        return new Original(record);
    }

    /** Its value; empty for a tombstone. */
    public byte[] value() {
        byte[] value = record.value();
        return value == null ? new byte[0] : value;
    }

    /** Headers as text, by name; of two with one name the later. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }

    /**
     * A letter with this record. Its id is derived from the place of the record, so that a batch that is read again makes
     * the same letter.
     *
     * @param subject whom it concerns, where one record may fail for several; else empty
     * @param at when it turned out that it cannot be used
     */
    public DeadLetter letter(Place place, String subject, Fault fault, Instant at) {
        Payload payload = Payload.of(ByteBuffer.wrap(value()));
        Map<String, String> attributes = attributes();
        return new DeadLetter(
                Ids.derived("dead-letter", place, record.topic(), record.partition(), record.offset(), subject)
                        .toString(),
                place,
                attributes.get(EventCodec.SOURCE),
                fault.reason(),
                fault.detail(),
                fault.field(),
                fault.expected(),
                fault.actual(),
                at,
                attributes.getOrDefault(EventCodec.CONTENT_TYPE, EventCodec.JSON),
                payload.text(),
                payload.base64(),
                attributes);
    }

    /** What a letter says beside the value: headers, key, and its place, which stands above a header of the same name. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        int room = MOST_CHARS;
        int leftOut = 0;
        for (Map.Entry<String, String> header : beside().entrySet()) {
            int size = header.getKey().length() + header.getValue().length();
            if (size <= room) {
                attributes.put(header.getKey(), header.getValue());
                room -= size;
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            attributes.put(DeadLetter.HEADERS_LEFT_OUT, Integer.toString(leftOut));
        }
        attributes.put(DeadLetter.TOPIC, record.topic());
        attributes.put(DeadLetter.PARTITION, Integer.toString(record.partition()));
        attributes.put(DeadLetter.OFFSET, Long.toString(record.offset()));
        return Payload.beside(attributes, value().length);
    }

    private Map<String, String> beside() {
        Map<String, String> beside = headers();
        Object key = record.key();
        if (key != null) {
            beside.put(DeadLetter.KEY, key instanceof byte[] bytes ? text(bytes) : key.toString());
        }
        return beside;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
