package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.event.Places;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent, whatever its mode was.
 *
 * @param names what its mode calls the attribute at a pointer, such as {@code /id}: the same, or the header
 */
record CloudEvent(Context context, Data data, UnaryOperator<String> names) {

    Places places() {
        return new Places(names.apply("/id"), names.apply("/time"), data.pointer());
    }

    /**
     * The attributes that count here; all others, extensions too, are left alone.
     *
     * @param source as its producer calls itself
     * @param accountId the account that the producer names outside the data, an extension
     */
    record Context(
            String id,
            String source,
            String type,
            @Nullable Instant time,
            @Nullable String accountId) {}

    /** @param pointer where it stands in the item; empty when it is the body */
    record Data(JsonNode json, String pointer) {}
}
