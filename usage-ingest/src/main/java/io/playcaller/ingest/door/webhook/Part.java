package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.Guarded;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part of a body that is kept or refused on its own: an element of the array that the body is, or all of it. */
final class Part {

    private static final String JSON = "application/json";

    private final RawItem raw;
    private final PropertyFilter filter;
    private final Reading reading;

    private Part(RawItem raw, PropertyFilter filter, Reading reading) {
        this.raw = raw;
        this.filter = filter;
        this.reading = reading;
    }

    /** How what a part says is read; both as they are after the rules of the source. */
    interface Reading {

        /** @param index of the first item */
        List<Item> items(int index, RawItem part, JsonNode content);
    }

    /**
     * The items of a body.
     *
     * @param beside what is kept with a part
     */
    static List<Item> items(byte[] body, Map<String, String> beside, PropertyFilter filter, Reading reading) {
        RawItem whole = whole(body, beside);
        if (!isArray(body)) {
            return new Part(whole, filter, reading).items(0, DoorJson.parse(body));
        }
        Step<JsonItems> array = JsonItems.ofArray(body);
        if (array instanceof Step.Refused<JsonItems> no) {
            return List.of(filter.unread(0, whole, no.refusal()));
        }
        List<Item> items = new ArrayList<>();
        for (JsonItem element : ((Step.Kept<JsonItems>) array).value().items()) {
            RawItem raw = new RawItem(JSON, body, element.from(), element.to(), beside);
            items.addAll(new Part(raw, filter, reading).items(items.size(), element.content()));
        }
        return items;
    }

    private List<Item> items(int index, Step<JsonNode> content) {
        if (content instanceof Step.Refused<JsonNode> no) {
            return List.of(filter.unread(index, raw, no.refusal()));
        }
        JsonNode said = ((Step.Kept<JsonNode>) content).value();
        return Guarded.items(index, raw, filter, () -> read(index, said));
    }

    private List<Item> read(int index, JsonNode said) {
        if (said instanceof ObjectNode object) {
            return reading.items(index, filter.treat(object, raw), said);
        }
        return filter.isNone()
                ? reading.items(index, raw, said)
                : List.of(
                        filter.unread(index, raw, Refusal.field(Refusal.UNREADABLE, "", "a JSON object", "withheld")));
    }

    /** All of a body, as it came. */
    static RawItem whole(byte[] body, Map<String, String> beside) {
        return RawItem.whole(JSON, body, beside);
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
