package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.account.AccountUse;
import io.playcaller.health.account.app.UseViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** How much an account uses the product. */
@Path("/v1/accounts/{id}/usage")
public class UseResource {

    private final UseViews uses;

    UseResource(UseViews uses) {
        this.uses = uses;
    }

    /** By day for 98 days, and by month what is older or was told too late for its day. */
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Uni<AccountUse> usage(@RestPath String id) {
        return uses.use(id)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("account", id))));
    }
}
