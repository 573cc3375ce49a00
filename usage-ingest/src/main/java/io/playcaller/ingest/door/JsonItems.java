package io.playcaller.ingest.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.RefusedJsonException;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param most items that it may have; of more one is read, and the others are gone over
     */
    public static Step<JsonItems> inField(byte[] body, String field, int most) {
        return reading(body, parser -> {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "", "a JSON object");
            ObjectNode around = JsonNodeFactory.instance.objectNode();
            List<JsonItem> items = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(field)) {
                    expect(value, JsonToken.START_ARRAY, "/" + field, "an array");
                    if (items != null) {
                        throw refused("/" + field, "one array", "two");
                    }
                    items = elements(parser, most);
                } else {
                    around.set(name, shared(name, DoorJson.next(parser)));
                }
            }
            if (items == null) {
                throw refused("/" + field, "an array", "absent");
            }
            return new JsonItems(around, items);
        });
    }

    /** Reads an array that is the body, of whatever length: its sender is believed. */
    public static Step<JsonItems> ofArray(byte[] body) {
        return ofArray(body, Integer.MAX_VALUE);
    }

    /**
     * Reads an array that is the body.
     *
     * @param most items that it may have; of more one is read, and the others are gone over
     */
    public static Step<JsonItems> ofArray(byte[] body, int most) {
        return reading(body, parser -> {
            expect(parser.nextToken(), JsonToken.START_ARRAY, "", "a JSON array");
            return new JsonItems(JsonNodeFactory.instance.objectNode(), elements(parser, most));
        });
    }

    private interface Reading {
        JsonItems of(JsonParser parser) throws IOException;
    }

    private static Step<JsonItems> reading(byte[] body, Reading reading) {
        try (JsonParser parser = DoorJson.parser(body)) {
            JsonItems items = reading.of(parser);
            if (parser.nextToken() != null) {
                // What stands behind it would be lost in silence.
                throw refused("", "one JSON value", "more after its end");
            }
            return Step.kept(items);
        } catch (RefusedJsonException e) {
            return Step.refused(e.refusal());
        } catch (IOException e) {
            return Step.refused(DoorJson.unreadable(e));
        }
    }

    private static List<JsonItem> elements(JsonParser parser, int most) throws IOException {
        List<JsonItem> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() > most) {
                parser.skipChildren();
                continue;
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            if (from < 0) {
                throw refused("", "JSON in UTF-8", "another encoding");
            }
            Step<JsonNode> content = DoorJson.bounded(DoorJson.next(parser));
            items.add(new JsonItem(content, from, (int) parser.currentLocation().getByteOffset()));
        }
        return items;
    }

    /** What stands around the items is part of each. */
    private static JsonNode shared(String name, JsonNode value) {
        if (DoorJson.bounded(value) instanceof Step.Refused<JsonNode> no) {
            throw new RefusedJsonException(no.refusal().withFields(field -> "/" + name + field));
        }
        return value;
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected, String field, String what) {
        if (actual != expected) {
            throw refused(field, what, actual == null ? "nothing" : "something else");
        }
    }

    private static RefusedJsonException refused(String field, String expected, String actual) {
        return new RefusedJsonException(Refusal.field(Refusal.UNREADABLE, field, expected, actual));
    }
}
