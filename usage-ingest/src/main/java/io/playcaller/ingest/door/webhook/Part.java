package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part of a body that is kept or refused on its own: an element of the array that the body is, or all of it. */
final class Part {

    private static final String JSON = "application/json";

    private final byte[] body;
    private final int from;
    private final int to;

    private Part(byte[] body, int from, int to) {
        this.body = body;
        this.from = from;
        this.to = to;
    }

    /** All of it. */
    static Part whole(byte[] body) {
        return new Part(body, 0, body.length);
    }

    /** How what a part says is read. */
    interface Reading {

        /** @param index of the first item */
        List<Item> items(int index, Part part, JsonNode content);
    }

    /**
     * The items of a body.
     *
     * @param beside what is kept with a part that cannot be read
     */
    static List<Item> items(byte[] body, Map<String, String> beside, Reading reading) {
        Part whole = whole(body);
        if (!isArray(body)) {
            return whole.items(0, JsonFields.parse(body), beside, reading);
        }
        Step<JsonItems> array = JsonItems.ofArray(body);
        if (array instanceof Step.Refused<JsonItems> no) {
            return List.of(Item.refused(0, null, whole.raw(beside), no.refusal()));
        }
        List<Item> items = new ArrayList<>();
        for (JsonItem element : ((Step.Kept<JsonItems>) array).value().items()) {
            Part part = new Part(body, element.from(), element.to());
            items.addAll(part.items(items.size(), element.content(), beside, reading));
        }
        return items;
    }

    private List<Item> items(int index, Step<JsonNode> content, Map<String, String> beside, Reading reading) {
        return content instanceof Step.Refused<JsonNode> no
                ? List.of(Item.refused(index, null, raw(beside), no.refusal()))
                : reading.items(index, this, ((Step.Kept<JsonNode>) content).value());
    }

    RawItem raw(Map<String, String> beside) {
        return new RawItem(JSON, body, from, to, beside);
    }

    static boolean isArray(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '[';
            }
        }
        return false;
    }
}
