package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.health.account.HealthBrief;
import io.playcaller.health.account.app.HealthStream;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Scores as they change. */
@Path("/v1/health/stream")
public class StreamResource {

    private final HealthStream stream;

    StreamResource(HealthStream stream) {
        this.stream = stream;
    }

    /** Server-sent events from now on, one per change; a client that reconnects reads the list first. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Multi<HealthBrief> changes() {
        return stream.changes();
    }
}
