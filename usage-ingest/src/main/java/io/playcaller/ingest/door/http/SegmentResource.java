package io.playcaller.ingest.door.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The paths of the Segment HTTP API. Keyed, not roled. */
@Path("/v1")
@Tag(name = "doors")
@PermitAll
public class SegmentResource {

    private final SegmentDoor door;

    SegmentResource(SegmentDoor door) {
        this.door = door;
    }

    @POST
    @Path("/{batch: batch|import|b}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Many calls at once; `import` and `b` are what some SDKs say for `batch`",
            description =
                    "At most 500 KB uncompressed and 32 KB per event. 200 lists what was refused, and every item with"
                            + " ?verbose=1; 503 means: send all of it again, nothing is counted twice")
    public Uni<Response> batch(
            @Context HttpHeaders headers, @QueryParam("verbose") @Nullable String verbose, byte[] sent) {
        return door.batch(headers, verbose, sent);
    }

    @POST
    @Path("/{call: track|identify|group|page|screen|alias|[tigpsa]}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "One call of the Segment API, by its name or first letter",
            description = "A refused call is answered 400 with the reason")
    public Uni<Response> single(
            @PathParam("call") String call,
            @Context HttpHeaders headers,
            @QueryParam("verbose") @Nullable String verbose,
            byte[] sent) {
        return door.single(call, headers, verbose, sent);
    }
}
