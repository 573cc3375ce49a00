package io.playcaller.health.models.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.models.Shadow;
import io.playcaller.health.models.ShadowDifference;
import io.playcaller.health.models.app.Models;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Shadows;
import io.playcaller.health.models.app.Shadows.After;
import io.playcaller.health.models.in.ModelResource.ReasonBody;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A model in shadow: it scores who moves, and its scores are compared with those in force and told to nobody. */
@Path("/v1/models")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ShadowResource {

    private final Models models;
    private final Shadows shadows;
    private final CurrentIdentityAssociation identity;

    ShadowResource(Models models, Shadows shadows, CurrentIdentityAssociation identity) {
        this.models = models;
        this.shadows = shadows;
        this.identity = identity;
    }

    /** How the model in shadow and the one in force differ, over all accounts and by account; that none is in shadow is no fault. */
    @GET
    @Path("/shadow")
    public Uni<ShadowView> compare(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit, @RestQuery @Nullable String cursor) {
        After after = Cursor.read(cursor, (distance, id) -> new After(Long.parseLong(distance), id));
        return shadows.current()
                .chain(found -> found.map(shadow -> compared(shadow, after, limit))
                        .orElseGet(() -> Uni.createFrom().item(ShadowView.NONE)));
    }

    private Uni<ShadowView> compared(Shadow shadow, @Nullable After after, int limit) {
        return shadows.compare(shadow)
                .chain(all -> shadows.differences(shadow, after, limit + 1)
                        .map(differ -> ShadowView.of(shadow, all, Page.of(differ, limit, ShadowResource::place))));
    }

    private static Cursor place(ShadowDifference last) {
        return new Cursor(Long.toString(Math.abs(last.difference())), last.accountId());
    }

    /** From here on who moves is scored by this model, too, whichever replica folds it. Replaces one that is in shadow. */
    @POST
    @Path("/{hash}/shadow")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    public Uni<Shadow> put(@RestPath String hash, @Nullable ReasonBody body) {
        String reason = ModelInput.reason(body == null ? null : body.reason());
        return models.find(hash)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("model", hash))))
                .chain(() -> staffId())
                .chain(staff -> shadows.put(new Order(hash, staff, reason)))
                .map(done -> done.orElseThrow(() -> new ProblemException(
                        Problem.conflict("model.in-force", "model " + hash + " is in force already"))));
    }

    /** Ends it; what it said is gone. */
    @DELETE
    @Path("/shadow")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    public Uni<Void> end(@RestQuery @Nullable String reason) {
        String why = ModelInput.reason("reason", reason);
        return staffId()
                .chain(staff -> shadows.end(staff, why))
                .map(was -> was.orElseThrow(() ->
                        new ProblemException(Problem.of(404, "model.no-shadow", "Not found", "no model is in shadow"))))
                .replaceWithVoid();
    }

    private Uni<String> staffId() {
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }
}
