package io.playcaller.contracts.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could not be used, so that it can be mended and replayed: whole, up to {@value Payload#LARGEST} bytes. Of what is
 * larger it keeps the beginning and says so in the attribute {@value #CUT_FROM_BYTES}; that can only be a record of Kafka,
 * which stands whole where {@value #TOPIC}, {@value #PARTITION} and {@value #OFFSET} say for as long as its topic keeps it.
 *
 * @param letterId its own id
 * @param reason stable code, such as {@code account.unknown}
 * @param field the field at fault: a JSON pointer into the payload, empty for all of it, or the name of a header; null when
 *     the item is not at fault, as are then {@code expected} and {@code actual}
 * @param payload the item as it came, see {@link Payload}
 * @param base64 whether {@code payload} is Base64 because the item was not valid UTF-8
 * @param attributes what came beside it: headers, the path of a request, the place of a record; names that begin with
 *     {@code playcaller-} are ours, and say what a replay must know of the delivery
 */
public record DeadLetter(
        String letterId,
        Place place,
        @Nullable String source,
        String reason,
        String detail,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String actual,
        Instant receivedAt,
        String contentType,
        String payload,
        boolean base64,
        Map<String, String> attributes) {

    /** Attribute of what came by Kafka: the topic's name on the broker. */
    public static final String TOPIC = "topic";

    /** Attribute of what came by Kafka. */
    public static final String PARTITION = "partition";

    /** Attribute of what came by Kafka. */
    public static final String OFFSET = "offset";

    /** Attribute of what came by Kafka: the record's key, if it has one. */
    public static final String KEY = "key";

    /** Attribute of what was too large to be kept whole: how large it was. */
    public static final String CUT_FROM_BYTES = "cut_from_bytes";

    /** Attribute of a record with more headers, or a longer key, than a letter holds: how many are missing here. */
    public static final String HEADERS_LEFT_OUT = "headers_left_out";
}
