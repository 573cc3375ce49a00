package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.JsonItems.JsonItem;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Context;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Data;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.util.ArrayList;
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
    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final int MAX_ID = 256;

    private final int maxEventBytes;
    private final String sourceName;

    /** @param sourceName who sends, by its key: an event whose {@code source} says the same keeps its id as it is */
    public CloudEventReader(int maxEventBytes, String sourceName) {
        this.maxEventBytes = maxEventBytes;
        this.sourceName = sourceName;
    }

    /** Batched mode. */
    public Step<List<Item>> batched(byte[] body) {
        return JsonItems.ofArray(body).then(events -> {
            List<Item> items = new ArrayList<>();
            for (JsonItem element : events.items()) {
                RawItem raw = new RawItem(STRUCTURED + "+json", body, element.from(), element.to(), Map.of());
                items.add(
                        element.content() instanceof Step.Kept<JsonNode> read
                                ? structured(items.size(), raw, read.value())
                                : Item.refused(
                                        items.size(),
                                        null,
                                        raw,
                                        ((Step.Refused<JsonNode>) element.content()).refusal()));
            }
            return Step.kept(items);
        });
    }

    /** Structured mode. */
    public Item structured(int index, RawItem raw, JsonNode node) {
        return item(
                index,
                raw,
                JsonFields.reading(
                        node, event -> new CloudEvent(context(event), data(event), UnaryOperator.identity())));
    }

    /**
     * Binary mode: the data is the whole of {@code raw}.
     *
     * @param attributes by their names without prefix, decoded
     */
    public Item binary(int index, RawItem raw, Map<String, String> attributes, Binding binding) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        attributes.forEach(event::put);
        event.put(DATA_CONTENT_TYPE, raw.contentType());
        Step<Context> context =
                JsonFields.reading(event, this::context).refusedAs(refusal -> refusal.withFields(binding::header));
        return item(
                index,
                raw,
                context.then(known -> data(raw).then(data -> Step.kept(new CloudEvent(known, data, binding::header)))));
    }

    private Item item(int index, RawItem raw, Step<CloudEvent> read) {
        String id =
                read instanceof Step.Kept<CloudEvent> event ? id(event.value().context()) : null;
        if (raw.length() > maxEventBytes) {
            return Item.refused(index, id, raw, Refusal.tooLarge(maxEventBytes, raw.length()));
        }
        Step<Draft> draft = read.then(event -> FactReader.draft(event, id(event.context())));
        return new Item(index, id, raw, draft);
    }

    /**
     * The identity of a CloudEvent is (source, id); one key may serve several producers, and their ids may meet. Two
     * different pairs never give the same: what stands before the first {@code #} is the source.
     */
    private String id(Context event) {
        if (event.source().equals(sourceName) && event.id().indexOf('#') < 0) {
            return event.id();
        }
        return event.source().replace("%", "%25").replace("#", "%23") + "#" + event.id();
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
        if (id(context).length() > MAX_ID) {
            throw event.invalid("id", "at most " + MAX_ID + " characters with its source", context.id());
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
        try {
            Step<JsonNode> json = base64.isTextual()
                    ? JsonFields.parse(base64.binaryValue())
                    : Step.refused(Refusal.of(Refusal.UNREADABLE, "no text"));
            if (json instanceof Step.Kept<JsonNode> data) {
                return data.value();
            }
        } catch (IOException e) {
            // Not Base64: refused like what is not JSON.
        }
        throw event.invalid(DATA_BASE64, "JSON in Base64, at most " + DoorJson.MAX_DEPTH + " levels deep", base64);
    }

    private static Step<Data> data(RawItem raw) {
        return JsonFields.parse(raw.content()).then(json -> Step.kept(new Data(json, "")));
    }
}
