package io.playcaller.ingest.door.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of the Segment HTTP API: single calls, and batches whose {@code context}, {@code integrations} and
 * {@code sentAt} hold for items that do not say otherwise.
 */
public final class SegmentReader {

    private static final String JSON = "application/json";
    private static final String WRITE_KEY = "writeKey";
    private static final int MAX_BESIDE = 4_000;
    private static final List<String> SHARED_OBJECTS = List.of("context", "integrations");

    private final int maxEventBytes;

    public SegmentReader(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /** A request that could be read: its items, and the key that the body may carry. */
    public record Request(List<Item> items, Optional<String> writeKey) {}

    /** A single call. */
    public Request single(SegmentCall call, JsonNode body, byte[] bytes) {
        ObjectNode kept = withoutKey(body);
        byte[] keptBytes = body.has(WRITE_KEY) ? kept.toString().getBytes(StandardCharsets.UTF_8) : bytes;
        RawItem raw = RawItem.whole(JSON, keptBytes, Map.of("type", call.word()));
        return new Request(List.of(item(0, raw, kept, call)), writeKey(body));
    }

    /**
     * A batch.
     *
     * @throws IOException when it is not an object with an array {@code batch}
     */
    public Request batch(byte[] bytes) throws IOException {
        JsonItems body = JsonItems.inField(bytes, "batch");
        Map<String, String> beside = beside(body.around());
        List<Item> items = new ArrayList<>(body.items().size());
        for (JsonItem element : body.items()) {
            RawItem raw = new RawItem(JSON, bytes, element.from(), element.to(), beside);
            items.add(element(items.size(), raw, element.node(), body.around()));
        }
        return new Request(items, writeKey(body.around()));
    }

    private Item element(int index, RawItem raw, JsonNode node, ObjectNode around) {
        if (!(node instanceof ObjectNode object)) {
            return Item.refused(
                    index,
                    null,
                    raw,
                    Refusal.field(
                            Refusal.UNREADABLE,
                            "/",
                            "a JSON object",
                            node.getNodeType().name()));
        }
        String type = object.path("type").asText("");
        Optional<SegmentCall> call = SegmentCall.of(type);
        if (call.isEmpty()) {
            return Item.refused(
                    index,
                    SegmentEvent.statedId(object),
                    raw,
                    Refusal.field(
                            Refusal.TYPE_UNKNOWN,
                            "/type",
                            "one of track, identify, group, page, screen, alias",
                            type.isEmpty() ? "absent" : type));
        }
        return item(index, raw, merged(object, around), call.get());
    }

    private Item item(int index, RawItem raw, ObjectNode event, SegmentCall call) {
        String id = SegmentEvent.statedId(event);
        if (raw.length() > maxEventBytes) {
            return Item.refused(
                    index,
                    id,
                    raw,
                    Refusal.of(
                            Refusal.EVENT_TOO_LARGE,
                            "an event may have %d bytes, this one has %d".formatted(maxEventBytes, raw.length())));
        }
        String known = id == null ? Ids.next().toString() : id;
        Step<Draft> draft = JsonFields.reading(event, fields -> SegmentEvent.draft(call, fields, known));
        return new Item(index, known, raw, draft);
    }

    /** What the batch says for all its items; an item's own word comes first. */
    private static ObjectNode merged(ObjectNode item, ObjectNode around) {
        for (String shared : SHARED_OBJECTS) {
            if (around.get(shared) instanceof ObjectNode common) {
                item.set(
                        shared,
                        item.get(shared) instanceof ObjectNode own
                                ? common.deepCopy().setAll(own)
                                : common);
            }
        }
        if (around.hasNonNull("sentAt") && !item.hasNonNull("sentAt")) {
            item.set("sentAt", around.get("sentAt"));
        }
        return item;
    }

    /** What a dead letter keeps of the batch, so that the item can be replayed alone. */
    private static Map<String, String> beside(ObjectNode around) {
        Map<String, String> beside = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : around.properties()) {
            JsonNode value = field.getValue();
            if (!field.getKey().equals(WRITE_KEY)) {
                beside.put(field.getKey(), brief(value.isTextual() ? value.textValue() : value.toString()));
            }
        }
        return Map.copyOf(beside);
    }

    /** It stands in each letter of the batch, so it has a limit. */
    private static String brief(String text) {
        return text.length() <= MAX_BESIDE ? text : text.substring(0, MAX_BESIDE) + "…";
    }

    private static ObjectNode withoutKey(JsonNode body) {
        ObjectNode kept = (ObjectNode) body;
        return kept.has(WRITE_KEY) ? kept.deepCopy().without(WRITE_KEY) : kept;
    }

    private static Optional<String> writeKey(@Nullable JsonNode body) {
        return body == null
                ? Optional.empty()
                : Optional.ofNullable(body.path(WRITE_KEY).textValue()).filter(key -> !key.isBlank());
    }
}
