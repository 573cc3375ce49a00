package io.playcaller.ingest.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A body with many items, parsed once: what stands around the items, and each item with the bytes that it had, so that it
 * can be measured and kept as it came.
 *
 * @param around the object around the array, without it; empty when the array is the body
 */
public record JsonItems(ObjectNode around, List<JsonItem> items) {

    /**
     * One element of the array.
     *
     * @param content what it says, or that it is too deep: then its neighbours are read all the same
     */
    public record JsonItem(Step<JsonNode> content, int from, int to) {}

    /**
     * Reads an object that has its items in the array {@code field}.
     *
     * @throws IOException when it is not JSON, not an object, has no such array, or what stands around it is too deep
     */
    public static JsonItems inField(byte[] body, String field) throws IOException {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        List<JsonItem> items = null;
        try (JsonParser parser = DoorJson.parser(body)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(field)) {
                    if (items != null) {
                        throw new IOException("there are two arrays '" + field + "'");
                    }
                    expect(value, JsonToken.START_ARRAY, "an array in '" + field + "'");
                    items = elements(parser);
                } else {
                    around.set(name, shared(name, DoorJson.next(parser)));
                }
            }
            expectEnd(parser);
        }
        if (items == null) {
            throw new IOException("there is no array '" + field + "'");
        }
        return new JsonItems(around, items);
    }

    /**
     * Reads an array that is the body.
     *
     * @throws IOException when it is not JSON or not an array
     */
    public static JsonItems ofArray(byte[] body) throws IOException {
        try (JsonParser parser = DoorJson.parser(body)) {
            expect(parser.nextToken(), JsonToken.START_ARRAY, "an array");
            JsonItems items = new JsonItems(JsonNodeFactory.instance.objectNode(), elements(parser));
            expectEnd(parser);
            return items;
        }
    }

    private static List<JsonItem> elements(JsonParser parser) throws IOException {
        List<JsonItem> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            if (from < 0) {
                throw new IOException("JSON here is in UTF-8");
            }
            Step<JsonNode> content = DoorJson.bounded(DoorJson.next(parser));
            items.add(new JsonItem(content, from, (int) parser.currentLocation().getByteOffset()));
        }
        return items;
    }

    /** What stands behind it would be lost in silence. */
    private static void expectEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new IOException("there is something after the end");
        }
    }

    /** What stands around the items is part of each. */
    private static JsonNode shared(String name, JsonNode value) throws IOException {
        if (DoorJson.bounded(value) instanceof Step.Refused<JsonNode> no) {
            throw new IOException("'" + name + "': " + no.refusal().detail());
        }
        return value;
    }

    private static void expect(JsonToken actual, JsonToken expected, String what) throws IOException {
        if (actual != expected) {
            throw new IOException("expected " + what);
        }
    }
}
