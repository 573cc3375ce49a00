package io.playcaller.ingest.limit.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.ingest.limit.app.LimitsInForce;
import io.playcaller.ingest.limit.app.RateLimits;
import io.playcaller.ingest.source.in.Caller;
import io.playcaller.ingest.source.in.KeyRoles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the doors take. */
@Path("/v1/limits")
@Tag(name = "doors")
public class LimitResource {

    private final LimitsInForce limits;
    private final RateLimits rates;
    private final CurrentIdentityAssociation identity;

    LimitResource(LimitsInForce limits, RateLimits rates, CurrentIdentityAssociation identity) {
        this.limits = limits;
        this.rates = rates;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({
        KeyRoles.EVENTS,
        KeyRoles.REGISTER,
        KeyRoles.TEST_EVENTS,
        KeyRoles.TEST_REGISTER,
        Roles.VIEWER,
        Roles.CSM,
        Roles.LEAD,
        Roles.OPS,
        Roles.ADMIN,
        Roles.SERVICE
    })
    @Operation(summary = "Every limit of the doors; asked with a write key, the rate is that of its source")
    public Uni<Map<String, Long>> all() {
        return identity.getDeferredIdentity()
                .map(caller -> Caller.holder(caller)
                        .map(holder -> limits.with(rates.of(holder)))
                        .orElseGet(limits::all));
    }
}
