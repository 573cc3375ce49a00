package io.playcaller.health.models.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.models.Activation;
import io.playcaller.health.models.ModelBrief;
import io.playcaller.health.models.app.ModelDrafts;
import io.playcaller.health.models.app.ModelDrafts.Faulty;
import io.playcaller.health.models.app.ModelDrafts.Outcome;
import io.playcaller.health.models.app.ModelDrafts.Stored;
import io.playcaller.health.models.app.Models;
import io.playcaller.health.models.app.Models.After;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Models.When;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What makes scores, and its changes: draft, activate, roll back. */
@Path("/v1/models")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ModelResource {

    private final Models models;
    private final ModelDrafts drafts;
    private final CurrentIdentityAssociation identity;

    ModelResource(Models models, ModelDrafts drafts, CurrentIdentityAssociation identity) {
        this.models = models;
        this.drafts = drafts;
        this.identity = identity;
    }

    /** Files of a model by their names; those that are missing are as in the model in force. */
    public record DraftBody(
            @Nullable Map<String, @Nullable String> files,
            @Nullable String reason) {}

    /** Why. */
    public record ReasonBody(@Nullable String reason) {}

    /** Every model that was ever brought, the newest first. */
    @GET
    public Uni<Page<ModelBrief>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit, @RestQuery @Nullable String cursor) {
        After after = Cursor.read(cursor, (time, hash) -> new After(Instant.parse(time), hash));
        return models.list(after, limit + 1)
                .map(found -> Page.of(
                        found, limit, last -> new Cursor(last.createdAt().toString(), last.hash())));
    }

    /** One of them, with its files and when it was put in force. */
    @GET
    @Path("/{hash}")
    public Uni<ModelView> model(@RestPath String hash) {
        return models.find(hash).chain(found -> {
            var model = found.orElseThrow(() -> unknown(hash));
            return models.activations(hash).map(activations -> ModelView.of(model, activations));
        });
    }

    /** Stores a draft, or says everything that is wrong with it. 200 when a model of the same content is there already. */
    @POST
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    public Uni<RestResponse<ModelView>> draft(@Nullable DraftBody body) {
        Map<String, String> files = ModelInput.of(body == null ? null : body.files());
        String reason = ModelInput.reason(body == null ? null : body.reason());
        return staffId().chain(staff -> drafts.draft(files, staff, reason)).chain(this::answer);
    }

    private Uni<RestResponse<ModelView>> answer(Outcome outcome) {
        if (outcome instanceof Faulty faulty) {
            throw new ProblemException(ModelInput.problem(faulty.problems()));
        }
        Stored stored = (Stored) outcome;
        RestResponse.Status status = stored.anew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return models.activations(stored.model().hash())
                .map(activations -> RestResponse.status(status, ModelView.of(stored.model(), activations)));
    }

    /** Says in every partition of the log that from there on this model makes the scores. */
    @POST
    @Path("/{hash}/activate")
    @ResponseStatus(202)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    public Uni<Activation> activate(@RestPath String hash, @Nullable ReasonBody body) {
        String reason = ModelInput.reason(body == null ? null : body.reason());
        return models.find(hash)
                .map(found -> found.orElseThrow(() -> unknown(hash)))
                .chain(() -> staffId())
                .chain(staff -> models.activate(new Order(hash, staff, reason), When.UNLESS_ACTIVE))
                .map(done -> done.orElseThrow(() -> new ProblemException(
                        Problem.conflict("model.in-force", "model " + hash + " is in force already"))));
    }

    /** Puts in force again what was before. Twice is where it began. */
    @POST
    @Path("/rollback")
    @ResponseStatus(202)
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    public Uni<Activation> rollBack(@Nullable ReasonBody body) {
        String reason = ModelInput.reason(body == null ? null : body.reason());
        return staffId().chain(staff -> models.rollBack(staff, reason)).map(ModelResource::rolledBack);
    }

    private static Activation rolledBack(Optional<Activation> done) {
        return done.orElseThrow(() -> new ProblemException(
                Problem.conflict("model.first", "no other model was in force before the one that is")));
    }

    private static ProblemException unknown(String hash) {
        return new ProblemException(Problem.notFound("model", hash));
    }

    private Uni<String> staffId() {
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }
}
