package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.Guarded;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Context;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Data;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads CloudEvents 1.0: structured, batched and binary. */
public final class CloudEventReader {

    /** Media type of one event in structured mode. */
    public static final String STRUCTURED = "application/cloudevents";

    /** Media type of several; it begins like the one of structured mode, so it is looked for first. */
    public static final String BATCHED = "application/cloudevents-batch";

    static final String DATA_CONTENT_TYPE = "datacontenttype";

    private static final String VERSION = "1.0";
    static final String DATA = "data";

    private static final String DATA_BASE64 = "data_base64";

    private final int maxEventBytes;
    private final EventIds ids;
    private final PropertyFilter filter;

    /**
     * Of what has no rules, or was treated.
     *
     * @param sourceName who sends, by its key: an event whose {@code source} says the same keeps its id as it is
     */
    public CloudEventReader(int maxEventBytes, String sourceName) {
        this(maxEventBytes, new EventIds(sourceName), PropertyFilter.NONE);
    }

    private CloudEventReader(int maxEventBytes, EventIds ids, PropertyFilter filter) {
        this.maxEventBytes = maxEventBytes;
        this.ids = ids;
        this.filter = filter;
    }

    /** The same for a source with these rules. */
    public CloudEventReader under(PropertyFilter rules) {
        return new CloudEventReader(maxEventBytes, ids, rules);
    }

    /** Batched mode: the body, and the array that it is. */
    public List<Item> batched(byte[] body, JsonItems events) {
        List<Item> items = new ArrayList<>();
        for (JsonItem element : events.items()) {
            RawItem raw = new RawItem(STRUCTURED + "+json", body, element.from(), element.to(), Map.of());
            items.add(
                    element.content() instanceof Step.Kept<JsonNode> read
                            ? structured(items.size(), raw, read.value())
                            : filter.unread(items.size(), raw, ((Step.Refused<JsonNode>) element.content()).refusal()));
        }
        return items;
    }

    /** Structured mode. */
    public Item structured(int index, RawItem came, JsonNode node) {
        return Guarded.item(index, came, filter, () -> readStructured(index, came, node));
    }

    private Item readStructured(int index, RawItem came, JsonNode node) {
        if (!(node instanceof ObjectNode event)) {
            Refusal refusal = Refusal.field(Refusal.UNREADABLE, "", "a JSON object", JsonFields.brief(node));
            return filter.unread(index, came, refusal);
        }
        RawItem raw = treated(event, came);
        return item(
                index,
                raw,
                JsonFields.reading(
                        event, fields -> new CloudEvent(context(fields), data(fields), UnaryOperator.identity())));
    }

    /** Base64 would hide from rules what stands in it: it is opened first, or withheld. */
    private RawItem treated(ObjectNode event, RawItem raw) {
        JsonNode base64 = event.get(DATA_BASE64);
        if (!filter.isNone() && base64 != null) {
            if (!event.hasNonNull(DATA) && opened(base64) instanceof Step.Kept<JsonNode> data) {
                event.remove(DATA_BASE64);
                event.set(DATA, data.value());
            } else {
                event.put(DATA_BASE64, PropertyRule.MASK);
            }
        }
        return filter.treat(event, raw);
    }

    /**
     * Binary mode: the data is the whole of {@code raw}.
     *
     * @param attributes by their names without prefix, decoded
     */
    public Item binary(int index, RawItem raw, Map<String, String> attributes, Binding binding) {
        RawItem kept = filter.isNone() ? raw : raw.beside(withoutAttributes(raw, attributes, binding));
        return Guarded.item(index, kept, filter, () -> readBinary(index, raw, attributes, binding));
    }

    /** Rules treat attributes, too: where reading fails, nobody knows whether they did. */
    private static Map<String, String> withoutAttributes(RawItem raw, Map<String, String> attributes, Binding binding) {
        Map<String, String> beside = new HashMap<>(raw.attributes());
        attributes.keySet().forEach(name -> beside.remove(binding.header("/" + name)));
        return beside;
    }

    private Item readBinary(int index, RawItem raw, Map<String, String> attributes, Binding binding) {
        BinaryEvent event = BinaryEvent.of(raw, attributes, binding, filter);
        ObjectNode stated = event.attributes().put(DATA_CONTENT_TYPE, raw.contentType());
        Step<Context> context =
                JsonFields.reading(stated, this::context).refusedAs(refusal -> refusal.withFields(binding::header));
        return item(
                index,
                event.raw(),
                context.then(known -> event.data()
                        .then(data -> Step.kept(new CloudEvent(known, new Data(data, ""), binding::header)))));
    }

    private Item item(int index, RawItem raw, Step<CloudEvent> read) {
        String id =
                read instanceof Step.Kept<CloudEvent> event ? id(event.value().context()) : null;
        if (raw.cameBytes() > maxEventBytes) {
            return Item.refused(index, id, raw, Refusal.tooLarge(maxEventBytes, raw.cameBytes()));
        }
        Step<Draft> draft = read.then(event -> FactReader.draft(event, id(event.context()), ids));
        return new Item(index, id, raw, draft);
    }

    private String id(Context event) {
        return ids.of(event.source(), event.id());
    }

    private Context context(JsonFields event) {
        String version = event.text("specversion");
        if (!version.equals(VERSION)) {
            throw event.invalid("specversion", VERSION, version);
        }
        String contentType = event.optionalText(DATA_CONTENT_TYPE);
        if (contentType != null && !MediaTypes.isJson(contentType)) {
            throw event.invalid(DATA_CONTENT_TYPE, "that of JSON, such as application/json", contentType);
        }
        Context context = new Context(
                event.text("id"),
                event.text("source"),
                event.text("type"),
                event.optionalInstant("time"),
                event.optionalText("accountid"));
        if (id(context).length() > EventIds.MAX) {
            throw event.invalid("id", "at most " + EventIds.MAX + " characters with its source", context.id());
        }
        return context;
    }

    private static Data data(JsonFields event) {
        JsonNode base64 = event.node(DATA_BASE64);
        JsonNode data = event.node(DATA);
        if (base64 == null) {
            return new Data(data == null ? JsonNodeFactory.instance.objectNode() : data, event.at(DATA));
        }
        if (data != null) {
            throw event.invalid(DATA_BASE64, "absent where there is data", base64);
        }
        return new Data(decoded(event, base64), event.at(DATA_BASE64));
    }

    private static JsonNode decoded(JsonFields event, JsonNode base64) {
        if (opened(base64) instanceof Step.Kept<JsonNode> data) {
            return data.value();
        }
        throw event.invalid(DATA_BASE64, "JSON in Base64, at most " + DoorJson.MAX_DEPTH + " levels deep", base64);
    }

    private static Step<JsonNode> opened(JsonNode base64) {
        try {
            return base64.isTextual()
                    ? DoorJson.parse(base64.binaryValue())
                    : Step.refused(Refusal.of(Refusal.UNREADABLE, "no text"));
        } catch (IOException e) {
            return Step.refused(Refusal.of(Refusal.UNREADABLE, "no Base64"));
        }
    }
}
