package io.playcaller.ingest.door.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** One record as an item: a CloudEvent in binary or structured mode, or an event in Segment's shape. */
final class KafkaItems {

    private static final String PREFIX = "ce_";
    private static final String JSON = "application/json";

    private final int maxEventBytes;

    KafkaItems(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /** The producer's own name, where the record says it without being parsed. */
    static Optional<String> statedSource(ConsumerRecord<String, byte[]> record) {
        return header(record, PREFIX + "source");
    }

    Item item(int index, String source, ConsumerRecord<String, byte[]> record) {
        String contentType = header(record, "content-type").orElse(JSON).toLowerCase(Locale.ROOT);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        RawItem raw = RawItem.whole(contentType, value, beside(record));
        CloudEventReader cloudEvents = new CloudEventReader(maxEventBytes, source);
        if (header(record, PREFIX + "specversion").isPresent()) {
            return cloudEvents.binary(index, raw, attributes(record));
        }
        Step<JsonNode> parsed = JsonFields.parse(value);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return Item.refused(index, null, raw, no.refusal());
        }
        JsonNode json = ((Step.Kept<JsonNode>) parsed).value();
        return json.has("specversion") || contentType.startsWith(CloudEventReader.STRUCTURED)
                ? cloudEvents.structured(index, raw, json)
                : segment(index, raw, json, value);
    }

    private Item segment(int index, RawItem raw, JsonNode json, byte[] value) {
        String type = json.path("type").asText("");
        return SegmentCall.of(type)
                .map(call -> new SegmentReader(maxEventBytes)
                        .single(call, json, value)
                        .items()
                        .get(0))
                .map(item -> new Item(index, item.id(), raw, item.draft()))
                .orElseGet(() -> Item.refused(
                        index,
                        null,
                        raw,
                        Refusal.field(
                                Refusal.TYPE_UNKNOWN,
                                "/type",
                                "a CloudEvent, or one of track, identify, group, page, screen, alias",
                                type.isEmpty() ? "absent" : type)));
    }

    private static Map<String, String> attributes(ConsumerRecord<String, byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(header.key().substring(PREFIX.length()), text(header));
            }
        }
        return attributes;
    }

    private static Map<String, String> beside(ConsumerRecord<String, byte[]> record) {
        Map<String, String> beside = new HashMap<>();
        beside.put("topic", record.topic());
        beside.put("partition", Integer.toString(record.partition()));
        beside.put("offset", Long.toString(record.offset()));
        for (Header header : record.headers()) {
            if (header.value() != null) {
                beside.put(header.key(), text(header));
            }
        }
        return Map.copyOf(beside);
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Optional.of(text(header));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
