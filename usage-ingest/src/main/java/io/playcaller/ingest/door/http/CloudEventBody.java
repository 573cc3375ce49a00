package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.cloudevents.Binding;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.cloudevents.MediaTypes;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a request as the HTTP binding of CloudEvents 1.0.2 says; the prefix of its Content-Type tells the mode. */
final class CloudEventBody {

    private final CloudEventReader reader;
    private final String contentType;
    private final byte[] body;
    private final int maxEvents;

    private CloudEventBody(CloudEventReader reader, int maxEvents, String contentType, byte[] body) {
        this.reader = reader;
        this.maxEvents = maxEvents;
        this.contentType = contentType;
        this.body = body;
    }

    /** @param maxEvents of a batch */
    static ReadBody read(CloudEventReader reader, int maxEvents, DoorRequest request) {
        String contentType = request.contentType().isEmpty() ? MediaTypes.JSON : request.contentType();
        CloudEventBody body = new CloudEventBody(reader, maxEvents, contentType, request.body());
        if (contentType.startsWith(CloudEventReader.BATCHED)) {
            return body.formatIsJson(CloudEventReader.BATCHED) ? body.batched() : body.otherFormat();
        }
        if (contentType.startsWith(CloudEventReader.STRUCTURED)) {
            return body.formatIsJson(CloudEventReader.STRUCTURED) ? body.structured() : body.otherFormat();
        }
        return body.binary(request.headers());
    }

    private boolean formatIsJson(String mediaType) {
        String base = MediaTypes.base(contentType);
        return base.equals(mediaType) || base.equals(mediaType + "+json");
    }

    private ReadBody otherFormat() {
        return unreadable(Refusal.field(
                Refusal.FIELD_INVALID, "Content-Type", "a CloudEvent in JSON", JsonFields.brief(contentType)));
    }

    private ReadBody batched() {
        Step<JsonItems> read = JsonItems.ofArray(body, maxEvents);
        if (read instanceof Step.Refused<JsonItems> no) {
            return unreadable(no.refusal());
        }
        JsonItems batch = ((Step.Kept<JsonItems>) read).value();
        return batch.items().size() > maxEvents
                ? unreadable(Refusal.tooMany("", maxEvents))
                : ReadBody.batch(filter -> reader.under(filter).batched(body, batch), Optional.empty());
    }

    private ReadBody structured() {
        Step<JsonNode> parsed = DoorJson.parse(body);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return unreadable(no.refusal());
        }
        RawItem raw = RawItem.whole(contentType, body, Map.of());
        JsonNode event = ((Step.Kept<JsonNode>) parsed).value();
        return single(filter -> reader.under(filter).structured(0, raw, event));
    }

    private ReadBody binary(Map<String, List<String>> headers) {
        Step<Map<String, String>> attributes = CloudEventHeaders.attributes(headers);
        RawItem raw = RawItem.whole(contentType, body, CloudEventHeaders.asTheyCame(headers));
        if (attributes instanceof Step.Refused<Map<String, String>> no) {
            return single(filter -> filter.unread(0, filter.isNone() ? raw : raw.beside(Map.of()), no.refusal()));
        }
        Map<String, String> known = ((Step.Kept<Map<String, String>>) attributes).value();
        return single(filter -> reader.under(filter).binary(0, raw, known, Binding.HTTP));
    }

    private ReadBody unreadable(Refusal refusal) {
        return ReadBody.unreadable(contentType, body, refusal);
    }

    private static ReadBody single(Function<PropertyFilter, Item> item) {
        return ReadBody.single(item, Optional.empty());
    }
}
