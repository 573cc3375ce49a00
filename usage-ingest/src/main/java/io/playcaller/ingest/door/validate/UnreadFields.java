package io.playcaller.ingest.door.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.PointerStep;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fields of an event's own words that no reader looks at: {@code properties} and {@code traits} of a Segment call, the
 * data of a CloudEvent. What SDKs put around them is not spoken of.
 */
final class UnreadFields {

    private static final String CE_TYPE = "ce-type";
    private static final String PROPERTIES = "properties";
    private static final String TRAITS = "traits";

    private static final Set<String> OF_A_VIEW = Set.of("feature", "productId", "meaningful");
    private static final Map<SegmentCall, Read> SEGMENT = Map.of(
            SegmentCall.TRACK, new Read(PROPERTIES, Set.of("feature", "productId", "meaningful", "quantity")),
            SegmentCall.PAGE, new Read(PROPERTIES, OF_A_VIEW),
            SegmentCall.SCREEN, new Read(PROPERTIES, OF_A_VIEW),
            SegmentCall.IDENTIFY, new Read(TRAITS, Set.of("name", "firstName", "lastName", "email", "title")),
            SegmentCall.GROUP, new Read(TRAITS, Set.of()),
            SegmentCall.ALIAS, new Read(TRAITS, Set.of()));

    /** By the published schemas of what may come in, which a test holds the readers to. */
    private static final Map<EventType, Set<String>> CLOUD_EVENTS = new ConcurrentHashMap<>();

    private UnreadFields() {}

    /** @param names what is read of the object {@code of} */
    private record Read(String of, Set<String> names) {}

    /** JSON pointers into the item, in its order. */
    static List<String> of(Item item) {
        RawItem raw = item.raw();
        JsonNode event = DoorJson.parse(raw.content()) instanceof Step.Kept<JsonNode> read
                ? read.value()
                : MissingNode.getInstance();
        if (raw.contentType().startsWith(CloudEventReader.STRUCTURED)) {
            return ofData(event.path("type").asText(), event.path("data"), "/data");
        }
        String binary = raw.attributes().get(CE_TYPE);
        return binary == null ? ofCall(event) : ofData(binary, event, "");
    }

    private static List<String> ofCall(JsonNode event) {
        return SegmentCall.of(event.path("type").asText())
                .map(SEGMENT::get)
                .map(read -> others(event.path(read.of()), read.names(), PointerStep.to(read.of())))
                .orElse(List.of());
    }

    private static List<String> ofData(String type, JsonNode data, String pointer) {
        return EventType.ofWire(type)
                .map(known -> CLOUD_EVENTS.computeIfAbsent(known, UnreadFields::published))
                .map(read -> others(data, read, pointer))
                .orElse(List.of());
    }

    private static List<String> others(JsonNode object, Set<String> read, String pointer) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !read.contains(name))
                .map(name -> pointer + PointerStep.to(name))
                .toList();
    }

    private static Set<String> published(EventType type) {
        String name = type.wire().substring("io.playcaller.".length());
        try (InputStream schema = EventType.class.getResourceAsStream("/schemas/inbound/" + name + ".json")) {
            Set<String> read = new HashSet<>();
            if (schema != null) {
                WireJson.mapper().readTree(schema).path(PROPERTIES).fieldNames().forEachRemaining(read::add);
            }
            return Set.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
