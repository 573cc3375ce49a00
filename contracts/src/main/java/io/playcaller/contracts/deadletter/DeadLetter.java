package io.playcaller.contracts.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could not be used, whole, so that it can be mended and replayed.
 *
 * @param letterId its own id
 * @param reason stable code, such as {@code account.unknown}
 * @param field JSON pointer of the field at fault; null when it is the whole
 * @param payload the item as it came
 * @param base64 whether {@code payload} is Base64 because the item was not valid UTF-8
 * @param attributes what came beside it: headers, path, partition and offset; names that begin with {@code playcaller-}
 *     are ours, and say what a replay must know of the delivery
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
        Map<String, String> attributes) {}
