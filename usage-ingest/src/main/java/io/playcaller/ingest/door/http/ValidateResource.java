package io.playcaller.ingest.door.http;

import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What would happen to what the doors take. Keyed as they are. */
@Path("/v1/validate")
@Tag(name = "doors")
@PermitAll
public class ValidateResource {

    private final HttpDoor door;
    private final DoorKeys keys;
    private final RequestBodies bodies;
    private final SegmentReader segment;
    private final IngestConfig.Limits limits;

    ValidateResource(HttpDoor door, DoorKeys keys, RequestBodies bodies, IngestConfig config) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.limits = config.limits();
        this.segment = new SegmentReader(limits.eventBytes(), limits.batchEvents());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Says what would happen, and stores nothing",
            description =
                    "A Segment call with its type, a batch of them, or CloudEvents in any mode. Each item is answered:"
                            + " outcome, problem, and what it would become: type, account and why that, origin, time, warnings")
    public Uni<Response> validate(@Context HttpHeaders headers, byte[] sent) {
        DoorRequest request = DoorRequest.of(headers, bodies.read(sent));
        if (request.isCloudEvent()) {
            return keys.require(request.key()).flatMap(holder -> door.validate(holder, request, read(holder, request)));
        }
        ReadBody body = segment.any(request.body());
        Optional<WriteKey> key = request.key().or(() -> body.writeKey().map(WriteKey::new));
        return keys.require(key).flatMap(holder -> door.validate(holder, request, body));
    }

    private ReadBody read(KeyHolder holder, DoorRequest request) {
        return CloudEventBody.read(
                new CloudEventReader(limits.eventBytes(), holder.source()), limits.batchEvents(), request);
    }
}
