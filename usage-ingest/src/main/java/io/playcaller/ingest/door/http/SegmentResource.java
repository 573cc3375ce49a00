package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.RequestBody;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.door.segment.SegmentReader.Request;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.in.BasicKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for those who have a Segment SDK. Keyed, not roled. */
@Path("/v1")
@Tag(name = "doors")
@PermitAll
public class SegmentResource {

    private static final String DOOR = "segment";

    private final HttpDoor door;
    private final DoorKeys keys;
    private final SegmentReader reader;
    private final int maxBytes;

    SegmentResource(HttpDoor door, DoorKeys keys, IngestConfig config) {
        this.door = door;
        this.keys = keys;
        this.reader = new SegmentReader(config.limits().eventBytes());
        this.maxBytes = config.limits().batchBytes();
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Many calls at once",
            description = "At most 500 KB uncompressed and 32 KB per event. 200 lists what was refused; 503 means: send"
                    + " all of it again, nothing is counted twice")
    public Uni<Response> batch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] sent) {
        byte[] body = RequestBody.read(sent, encoding, maxBytes);
        Read read = readBatch(body);
        return admit(authorization, read)
                .flatMap(holder -> read.unreadable() == null
                        ? door.batch(holder, DOOR, runId, read.items())
                        : door.single(holder, DOOR, runId, read.unreadable()));
    }

    @POST
    @Path("/{call: track|identify|group|page|screen|alias}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "One call of the Segment API", description = "A refused call is answered 400 with the reason")
    public Uni<Response> single(
            @PathParam("call") String call,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            byte[] sent) {
        byte[] body = RequestBody.read(sent, encoding, maxBytes);
        Read read = readSingle(SegmentCall.of(call).orElseThrow(), body);
        return admit(authorization, read)
                .flatMap(holder -> door.single(
                        holder,
                        DOOR,
                        runId,
                        read.unreadable() == null ? read.items().get(0) : read.unreadable()));
    }

    /** A body, read: its items, or the whole as one refused item. */
    private record Read(
            List<Item> items,
            Optional<String> writeKey,
            @Nullable Item unreadable) {

        static Read of(Request request) {
            return new Read(request.items(), request.writeKey(), null);
        }

        static Read unreadable(byte[] body, Refusal refusal) {
            Item whole = Item.refused(0, null, RawItem.whole(MediaType.APPLICATION_JSON, body, Map.of()), refusal);
            return new Read(List.of(), Optional.empty(), whole);
        }
    }

    private Uni<KeyHolder> admit(@Nullable String authorization, Read read) {
        return keys.require(BasicKey.of(authorization).or(() -> read.writeKey().map(WriteKey::new)));
    }

    private Read readBatch(byte[] body) {
        try {
            return Read.of(reader.batch(body));
        } catch (IOException e) {
            return Read.unreadable(
                    body, Refusal.of(Refusal.UNREADABLE, "the body is not a batch in JSON: " + brief(e)));
        }
    }

    private Read readSingle(SegmentCall call, byte[] body) {
        Step<JsonNode> parsed = JsonFields.parse(body);
        if (parsed instanceof Step.Refused<JsonNode> no) {
            return Read.unreadable(body, no.refusal());
        }
        JsonNode json = ((Step.Kept<JsonNode>) parsed).value();
        return json.isObject()
                ? Read.of(reader.single(call, json, body))
                : Read.unreadable(body, Refusal.field(Refusal.UNREADABLE, "/", "a JSON object", "something else"));
    }

    private static String brief(IOException e) {
        return e instanceof com.fasterxml.jackson.core.JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
