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

/** The short paths that Segment's browser SDK calls where its {@code apiHost} is a host without a path. */
@Path("/")
@Tag(name = "doors")
@PermitAll
public class BrowserResource {

    private final SegmentDoor door;

    BrowserResource(SegmentDoor door) {
        this.door = door;
    }

    @POST
    @Path("/b")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "As /v1/batch")
    public Uni<Response> batch(
            @Context HttpHeaders headers, @QueryParam("verbose") @Nullable String verbose, byte[] sent) {
        return door.batch(headers, verbose, sent);
    }

    @POST
    @Path("/{letter: [tigpsa]}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "As /v1/{call}, by the first letter of the call")
    public Uni<Response> single(
            @PathParam("letter") String letter,
            @Context HttpHeaders headers,
            @QueryParam("verbose") @Nullable String verbose,
            byte[] sent) {
        return door.single(letter, headers, verbose, sent);
    }
}
