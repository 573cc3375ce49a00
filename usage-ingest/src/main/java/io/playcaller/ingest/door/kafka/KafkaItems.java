package io.playcaller.ingest.door.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Original;
import io.playcaller.ingest.door.CorrectionRights;
import io.playcaller.ingest.door.Guarded;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyMask;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** One record as an item: a CloudEvent in binary or structured mode, or an event in Segment's shape. */
final class KafkaItems {

    private static final String PREFIX = "ce_";
    private static final String JSON = "application/json";
    private static final String CONTENT_TYPE = "content-type";

    /** What is kept beside a record whose source has rules: these name properties, and neither headers nor the key. */
    private static final Set<String> KEPT =
            Set.of(CONTENT_TYPE, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET);

    private final int maxEventBytes;
    private final SegmentReader segment;
    private final Function<String, PropertyFilter> filters;

    /** @param filters by the name of the source */
    KafkaItems(int maxEventBytes, Function<String, PropertyFilter> filters) {
        this.maxEventBytes = maxEventBytes;
        this.segment = new SegmentReader(maxEventBytes);
        this.filters = filters;
    }

    /** The producer's own name, where the record says it without being parsed. */
    static Optional<String> statedSource(ConsumerRecord<String, byte[]> record) {
        return header(record, PREFIX + "source");
    }

    /** Its type, where the record says it without being parsed; else empty. */
    static String statedType(ConsumerRecord<String, byte[]> record) {
        return header(record, PREFIX + "type").orElse("");
    }

    Item item(int index, String source, ConsumerRecord<String, byte[]> record) {
        PropertyFilter filter = filters.apply(source);
        Map<String, String> beside = beside(record);
        String stated = beside.getOrDefault(CONTENT_TYPE, "");
        String contentType = stated.isEmpty() ? JSON : stated.toLowerCase(Locale.ROOT);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        CloudEventReader cloudEvents = new CloudEventReader(maxEventBytes, source).under(filter);
        boolean structured = contentType.startsWith(CloudEventReader.STRUCTURED);
        boolean binary = !structured && header(record, PREFIX + "specversion").isPresent();
        if (!filter.isNone()) {
            beside.keySet().removeIf(name -> !(KEPT.contains(name) || (binary && name.startsWith(PREFIX))));
        }
        RawItem raw = RawItem.whole(contentType, value, beside);
        return CorrectionRights.keyless(Guarded.item(
                index,
                raw,
                filter,
                () -> binary
                        ? cloudEvents.binary(index, raw, attributes(record), Binding.KAFKA)
                        : read(index, raw, structured, cloudEvents, filter, record)));
    }

    private Item read(
            int index,
            RawItem raw,
            boolean structured,
            CloudEventReader cloudEvents,
            PropertyFilter filter,
            ConsumerRecord<String, byte[]> record) {
        Step<JsonNode> parsed = DoorJson.parse(raw.content());
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return filter.unread(index, raw, no.refusal());
        }
        JsonNode json = ((Step.Kept<JsonNode>) parsed).value();
        return structured || json.has("specversion")
                ? cloudEvents.structured(index, raw, json)
                : segment.under(filter).event(index, raw, json, () -> place(record));
    }

    /** A record is read again after a crash, and must then be the same event. */
    private static String place(ConsumerRecord<String, byte[]> record) {
        return Ids.derived(
                        "kafka",
                        record.topic(),
                        Integer.toString(record.partition()),
                        Long.toString(record.offset()),
                        Long.toString(record.timestamp()))
                .toString();
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

    /** Headers and place, without keys. */
    private static Map<String, String> beside(ConsumerRecord<String, byte[]> record) {
        Map<String, String> beside = new HashMap<>(Original.of(record).attributes());
        beside.replaceAll(KeyMask::header);
        return beside;
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Optional.of(text(header));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
