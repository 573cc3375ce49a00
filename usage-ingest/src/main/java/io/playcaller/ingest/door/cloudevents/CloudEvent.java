package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent, whatever its mode was.
 *
 * @param source as its producer calls itself
 * @param accountId the account that the producer names outside the data, an extension
 */
record CloudEvent(
        String id,
        String source,
        String type,
        @Nullable Instant time,
        @Nullable String accountId,
        JsonNode data) {}
