package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.RefusedJsonException;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents 1.0: structured, batched and binary. */
public final class CloudEventReader {

    /** Media type of one event in structured mode. */
    public static final String STRUCTURED = "application/cloudevents";

    /** Media type of several; it begins like the one of structured mode, so it is looked for first. */
    public static final String BATCHED = "application/cloudevents-batch";

    private static final int MAX_ID = 256;

    private final int maxEventBytes;
    private final String sourceName;

    /** @param sourceName who sends, by its key: an event whose {@code source} says the same keeps its id as it is */
    public CloudEventReader(int maxEventBytes, String sourceName) {
        this.maxEventBytes = maxEventBytes;
        this.sourceName = sourceName;
    }

    /**
     * Batched mode.
     *
     * @throws IOException when it is not a JSON array
     */
    public List<Item> batched(byte[] body) throws IOException {
        List<Item> items = new ArrayList<>();
        for (JsonItem element : JsonItems.ofArray(body).items()) {
            RawItem raw = new RawItem(STRUCTURED + "+json", body, element.from(), element.to(), Map.of());
            items.add(structured(items.size(), raw, element.node()));
        }
        return items;
    }

    /** Structured mode. */
    public Item structured(int index, RawItem raw, JsonNode node) {
        return item(index, raw, JsonFields.reading(node, event -> {
            requireVersion(event.optionalText("specversion"));
            return new CloudEvent(
                    event.text("id"),
                    event.text("source"),
                    event.text("type"),
                    event.optionalInstant("time"),
                    event.optionalText("accountid"),
                    data(event));
        }));
    }

    /** Binary mode: attributes by their names without prefix, already decoded. */
    public Item binary(int index, RawItem raw, Map<String, String> attributes) {
        return item(index, raw, binary(raw, attributes));
    }

    private Step<CloudEvent> binary(RawItem raw, Map<String, String> attributes) {
        try {
            requireVersion(attributes.get("specversion"));
            return Step.kept(new CloudEvent(
                    attribute(attributes, "id"),
                    attribute(attributes, "source"),
                    attribute(attributes, "type"),
                    time(attributes.get("time")),
                    attributes.get("accountid"),
                    json(raw)));
        } catch (RefusedJsonException e) {
            return Step.refused(e.refusal());
        }
    }

    private Item item(int index, RawItem raw, Step<CloudEvent> read) {
        String id = read instanceof Step.Kept<CloudEvent> event ? id(event.value()) : null;
        if (raw.length() > maxEventBytes) {
            return Item.refused(
                    index,
                    id,
                    raw,
                    Refusal.of(
                            Refusal.EVENT_TOO_LARGE,
                            "an event may have %d bytes, this one has %d".formatted(maxEventBytes, raw.length())));
        }
        return new Item(index, id, raw, read.then(this::draft));
    }

    private Step<Draft> draft(CloudEvent event) {
        String id = id(event);
        if (id.length() > MAX_ID) {
            return Step.refused(Refusal.field(
                    Refusal.FIELD_INVALID, "/id", "at most " + MAX_ID + " characters with its source", id));
        }
        if (event.accountId() != null && event.accountId().length() > MAX_ID) {
            return Step.refused(Refusal.field(
                    Refusal.FIELD_INVALID, "/accountid", "at most " + MAX_ID + " characters", "a longer one"));
        }
        return FactReader.draft(event, id);
    }

    /** The identity of a CloudEvent is (source, id); one key may serve several producers, and their ids may meet. */
    private String id(CloudEvent event) {
        return event.source().equals(sourceName) ? event.id() : event.source() + "#" + event.id();
    }

    private static void requireVersion(@Nullable String version) {
        if (!"1.0".equals(version)) {
            throw refused(Refusal.FIELD_INVALID, "specversion", "1.0", version == null ? "absent" : version);
        }
    }

    private static String attribute(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw refused(Refusal.FIELD_MISSING, name, "a text", "absent");
        }
        return value;
    }

    private static @Nullable Instant time(@Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw refused(Refusal.FIELD_INVALID, "time", "a time with zone, such as 2026-03-01T09:00:00Z", time);
        }
    }

    private static JsonNode data(JsonFields event) {
        JsonNode base64 = event.node("data_base64");
        if (base64 == null) {
            JsonNode data = event.node("data");
            return data == null ? WireJson.mapper().createObjectNode() : data;
        }
        try {
            return WireJson.mapper().readTree(base64.binaryValue());
        } catch (IOException e) {
            throw event.invalid("data_base64", "JSON in Base64", "something else");
        }
    }

    private static JsonNode json(RawItem raw) {
        try {
            return WireJson.mapper().readTree(new ByteBufferBackedInputStream(raw.content()));
        } catch (IOException e) {
            throw refused(Refusal.UNREADABLE, "data", "JSON", "something else");
        }
    }

    private static RefusedJsonException refused(String code, String attribute, String expected, String actual) {
        return new RefusedJsonException(Refusal.field(code, "/" + attribute, expected, actual));
    }
}
