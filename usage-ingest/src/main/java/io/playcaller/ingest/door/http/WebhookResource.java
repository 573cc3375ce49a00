package io.playcaller.ingest.door.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for tools that call us. Signed, not roled: neither a write key nor a token opens it. */
@Path("/v1/webhooks")
@Tag(name = "doors")
@PermitAll
public class WebhookResource {

    private final WebhookDoor door;

    WebhookResource(WebhookDoor door) {
        this.door = door;
    }

    @POST
    @Path("/{webhook}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "What a tool delivers, in its own words, to the webhook of that name in webhooks.yaml",
            description =
                    "401 when the signature or secret is not the one of this webhook. What is believed and cannot be"
                            + " used is answered 200, listed as refused and kept: sending it again would not help. 503 means:"
                            + " send it again, nothing is counted twice")
    public Uni<Response> take(@PathParam("webhook") String webhook, @Context HttpHeaders headers, byte[] sent) {
        return door.take(webhook, headers, sent);
    }
}
