package io.playcaller.forecast.model.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.lab.trial.ModelCard;
import io.playcaller.forecast.model.ModelChoice;
import io.playcaller.forecast.model.ModelList;
import io.playcaller.forecast.model.app.ModelDesk;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The models that forecast: what is known of each, and which is in force. */
@Path("/v1/models")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ModelResource {

    private static final int LONGEST_REASON = 1_000;

    private final ModelDesk desk;
    private final CurrentIdentityAssociation identity;

    ModelResource(ModelDesk desk, CurrentIdentityAssociation identity) {
        this.desk = desk;
        this.identity = identity;
    }

    /** What puts a version in force. */
    public record ChoiceBody(
            @Nullable String version, @Nullable String reason) {}

    @GET
    @Operation(
            summary = "The model in force, who chose it, the models that were learnt, and how the last attempts went;"
                    + " of each list the newest")
    public Uni<ModelList> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return desk.list(limit);
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "The card of a model that was learnt: data, windows, coefficients, figures, what it replaced")
    public Uni<ModelCard> card(@PathParam("version") String version) {
        return desk.card(version)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("model", version))));
    }

    @PUT
    @Path("/in-force")
    @RolesAllowed({Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary =
                    "Puts a model in force, a newer one or an earlier one: {version, reason}. All contracts are forecast anew.")
    public Uni<ModelChoice> choose(@Nullable ChoiceBody body) {
        String version = text(body == null ? null : body.version());
        String reason = text(body == null ? null : body.reason());
        List<FieldFault> faults = new ArrayList<>();
        if (version.isEmpty()) {
            faults.add(new FieldFault("version", "a version of GET /v1/models", "nothing"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(new FieldFault(
                    "reason",
                    "why, in 1 to %d characters".formatted(LONGEST_REASON),
                    reason.isEmpty() ? "nothing" : reason.length() + " characters"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("model.choice-invalid", faults));
        }
        return identity.getDeferredIdentity()
                .chain(caller -> desk.choose(version, caller.getPrincipal().getName(), reason))
                .map(chosen -> chosen.orElseThrow(() -> new ProblemException(
                        Problem.badField("model.unknown", "version", "a version of GET /v1/models", version))));
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told.replace("\0", "").strip();
    }
}
