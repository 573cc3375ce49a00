package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An event in binary mode, after the rules of its source. They name places as in structured mode: what is the body here stands
 * under {@code /data}, and the attributes beside it.
 *
 * @param raw the body, and beside it the headers
 * @param attributes by their names without prefix
 * @param data the body, or why it cannot be read
 */
record BinaryEvent(RawItem raw, ObjectNode attributes, Step<JsonNode> data) {

    static BinaryEvent of(RawItem came, Map<String, String> attributes, Binding binding, PropertyFilter filter) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        attributes.forEach(event::put);
        Step<JsonNode> body = DoorJson.parse(came.content());
        if (filter.isNone()) {
            return new BinaryEvent(came, event, body);
        }
        if (body instanceof Step.Kept<JsonNode> read) {
            event.set(CloudEventReader.DATA, read.value());
        }
        List<Treated> treated = filter.treat(event);
        JsonNode data = event.remove(CloudEventReader.DATA);
        RawItem raw = came.beside(headers(came, attributes, event, binding)).treated(treated);
        if (body instanceof Step.Kept<JsonNode> && data != null) {
            byte[] kept = data.toString().getBytes(StandardCharsets.UTF_8);
            return new BinaryEvent(raw.rewritten(kept), event, Step.kept(data));
        }
        return new BinaryEvent(filter.withheld(raw), event, body.refusedAs(Refusal::withoutWhatCame));
    }

    /** The headers as they came, but for those of attributes that are others now, or gone. */
    private static Map<String, String> headers(
            RawItem came, Map<String, String> before, ObjectNode after, Binding binding) {
        Map<String, String> headers = new HashMap<>(came.attributes());
        before.forEach((name, value) -> {
            String header = binding.header("/" + name);
            if (!after.has(name)) {
                headers.remove(header);
            } else if (!after.path(name).asText().equals(value)) {
                headers.put(header, after.path(name).asText());
            }
        });
        return headers;
    }
}
