package io.playcaller.ingest.backfill.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.backfill.app.BackfillService;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.in.Caller;
import io.playcaller.ingest.source.in.KeyRoles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of history. */
@Path("/v1/backfills")
@Tag(name = "backfills")
public class BackfillResource {

    private static final Set<String> FIELDS = Set.of("runId", "source");

    private final BackfillService backfills;
    private final CurrentIdentityAssociation identity;

    BackfillResource(BackfillService backfills, CurrentIdentityAssociation identity) {
        this.backfills = backfills;
        this.identity = identity;
    }

    private record Wanted(String runId, @Nullable String source) {}

    @POST
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Opens a run; the same run again changes nothing",
            description = "{runId, source}; source is the key's own when a key opens it. Requests with the header"
                    + " Playcaller-Backfill: <runId> are baseline from now on")
    public Uni<BackfillRun> open(byte[] body) {
        JsonNode json = Problems.orThrow(JsonFields.parse(body));
        Wanted wanted = Problems.orThrow(JsonFields.reading(json, fields -> {
            fields.rejectUnknown(FIELDS);
            return new Wanted(fields.text("runId"), fields.optionalText("source"));
        }));
        return identity.getDeferredIdentity().flatMap(caller -> backfills.open(wanted.runId(), source(wanted, caller)));
    }

    @POST
    @Path("/{runId}/end")
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Ends a run; what is bad then becomes one triage list")
    public Uni<BackfillRun> end(@PathParam("runId") String runId) {
        return backfills.end(PathId.require("runId", runId));
    }

    private static String source(Wanted wanted, SecurityIdentity caller) {
        if (wanted.source() != null) {
            return wanted.source();
        }
        if (Caller.hasKey(caller)) {
            return Caller.source(caller);
        }
        throw new ProblemException(
                Problem.badField("field.missing", "/source", "the name of the source that is imported", "absent"));
    }
}
