package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A CloudEvent, whatever its mode was. */
record CloudEvent(Context context, Data data) {

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
