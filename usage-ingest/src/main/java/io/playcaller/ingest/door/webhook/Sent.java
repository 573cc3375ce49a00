package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool sent.
 *
 * @param headers those that its reader wants, by name in lower case
 */
record Sent(JsonNode body, Map<String, String> headers) {

    /** The single value at a JSON pointer; null when nothing, or more than one value, stands there. */
    @Nullable
    JsonNode value(String pointer) {
        JsonNode node = body.at(pointer);
        return node.isValueNode() && !node.isNull() ? node : null;
    }

    /** The same as text; empty when there is none. */
    String text(String pointer) {
        JsonNode value = value(pointer);
        return value == null ? "" : value.asText();
    }
}
