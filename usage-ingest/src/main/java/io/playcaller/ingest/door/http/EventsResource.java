package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyHolder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for CloudEvents 1.0: structured, batched and binary mode, told apart by Content-Type. */
@Path("/v1/events")
@Tag(name = "doors")
@PermitAll
public class EventsResource {

    private static final String DOOR = "cloudevents";

    private final HttpDoor door;
    private final DoorKeys keys;
    private final IngestConfig.Limits limits;

    EventsResource(HttpDoor door, DoorKeys keys, IngestConfig config) {
        this.door = door;
        this.keys = keys;
        this.limits = config.limits();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "CloudEvents in structured, batched or binary mode",
            description =
                    "Data as the fact types say, people by userId. A batch answers 200 and lists what was refused;"
                            + " a single event that is refused answers 400")
    public Uni<Response> take(@Context HttpHeaders headers, byte[] sent) {
        DoorRequest request = DoorRequest.of(headers, sent, limits.batchBytes());
        return keys.require(request.key()).flatMap(holder -> door.take(holder, DOOR, request, read(holder, request)));
    }

    private ReadBody read(KeyHolder holder, DoorRequest request) {
        CloudEventReader reader = new CloudEventReader(limits.eventBytes(), holder.source());
        String contentType = request.contentType().isEmpty() ? MediaType.APPLICATION_JSON : request.contentType();
        byte[] body = request.body();
        if (contentType.startsWith(CloudEventReader.BATCHED)) {
            try {
                return ReadBody.batch(reader.batched(body), Optional.empty());
            } catch (IOException e) {
                Refusal refusal = Refusal.of(Refusal.UNREADABLE, "the body is not a JSON array of CloudEvents");
                return ReadBody.unreadable(contentType, body, refusal);
            }
        }
        Item item = contentType.startsWith(CloudEventReader.STRUCTURED)
                ? structured(reader, contentType, body)
                : binary(reader, contentType, body, request.headers());
        return ReadBody.single(item, Optional.empty());
    }

    private static Item structured(CloudEventReader reader, String contentType, byte[] body) {
        Step<JsonNode> parsed = JsonFields.parse(body);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return unreadable(contentType, body, no.refusal());
        }
        return reader.structured(0, RawItem.whole(contentType, body, Map.of()), ((Step.Kept<JsonNode>) parsed).value());
    }

    private static Item binary(
            CloudEventReader reader, String contentType, byte[] body, Map<String, List<String>> headers) {
        Optional<Map<String, String>> attributes = CloudEventHeaders.attributes(headers);
        if (attributes.isEmpty()) {
            Refusal refusal = Refusal.of(Refusal.FIELD_INVALID, "a ce- header is not percent-encoded UTF-8");
            return unreadable(contentType, body, refusal);
        }
        return reader.binary(0, RawItem.whole(contentType, body, attributes.get()), attributes.get());
    }

    private static Item unreadable(String contentType, byte[] body, Refusal refusal) {
        return Item.refused(0, null, RawItem.whole(contentType, body, Map.of()), refusal);
    }
}
