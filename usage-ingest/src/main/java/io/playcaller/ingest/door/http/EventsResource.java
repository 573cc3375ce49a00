package io.playcaller.ingest.door.http;

import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for CloudEvents 1.0: structured, batched and binary mode, told apart by Content-Type. */
@Path("/v1/events")
@Tag(name = "doors")
@PermitAll
public class EventsResource {

    private static final String DOOR = "cloudevents";

    private final HttpDoor door;
    private final DoorKeys keys;
    private final RequestBodies bodies;
    private final IngestConfig.Limits limits;

    EventsResource(HttpDoor door, DoorKeys keys, RequestBodies bodies, IngestConfig config) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.limits = config.limits();
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "As POST")
    public Uni<Response> put(
            @Context HttpHeaders headers, @QueryParam("verbose") @Nullable String verbose, byte[] sent) {
        return take(headers, verbose, sent);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "CloudEvents in structured, batched or binary mode",
            description =
                    "Data as the fact types say, people by userId. A batch answers 200 and lists what was refused;"
                            + " a single event that is refused answers 400")
    public Uni<Response> take(
            @Context HttpHeaders headers, @QueryParam("verbose") @Nullable String verbose, byte[] sent) {
        DoorRequest request = DoorRequest.of(headers, bodies.read(sent), verbose);
        return keys.admit(request.key()).flatMap(holder -> {
            CloudEventReader reader = new CloudEventReader(limits.eventBytes(), holder.source());
            return door.take(holder, DOOR, request, CloudEventBody.read(reader, limits.batchEvents(), request));
        });
    }
}
