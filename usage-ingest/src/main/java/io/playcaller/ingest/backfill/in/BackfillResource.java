package io.playcaller.ingest.backfill.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.backfill.app.BackfillService;
import io.playcaller.ingest.backfill.app.Requester;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.in.Caller;
import io.playcaller.ingest.source.in.KeyRoles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
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

    /**
     * A run as it is shown.
     *
     * @param endWaits why its end is not said yet, though it was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RunView(
            String runId,
            String source,
            Instant startedAt,
            boolean startAnnounced,
            @Nullable Instant endedAt,
            boolean endAnnounced,
            @Nullable String endWaits) {

        static RunView of(BackfillRun run) {
            return new RunView(
                    run.runId(),
                    run.source(),
                    run.startedAt(),
                    run.startAnnounced(),
                    run.endedAt(),
                    run.endAnnounced(),
                    run.endWaits() ? "facts of the register are ahead of it in the outbox: " + run.factsAhead() : null);
        }
    }

    @POST
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Opens a run; the same run again changes nothing",
            description =
                    "{runId, source}; a key opens and ends runs of its own source, which need not be said. Requests"
                            + " with the header Playcaller-Backfill: <runId> are baseline from now on, whatever their"
                            + " source")
    public Uni<RunView> open(byte[] body) {
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        Wanted wanted = Problems.orThrow(JsonFields.reading(json, fields -> {
            fields.rejectUnknown(FIELDS);
            return new Wanted(fields.text("runId"), fields.optionalText("source"));
        }));
        return identity.getDeferredIdentity()
                .flatMap(caller -> backfills.open(wanted.runId(), source(wanted, caller), requester(caller)))
                .map(RunView::of);
    }

    @POST
    @Path("/{runId}/end")
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Ends a run; what is bad then becomes one triage list",
            description = "Everything that was answered before is in the log before its end, which may have to wait for"
                    + " the outbox: endAnnounced is false until then, and endWaits says why")
    public Uni<RunView> end(@PathParam("runId") String runId) {
        PathId.require("runId", runId);
        return identity.getDeferredIdentity()
                .flatMap(caller -> backfills.end(runId, requester(caller)))
                .map(RunView::of);
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "A run: whether the log knows that it began and ended, and what its end waits for")
    public Uni<RunView> find(@PathParam("runId") String runId) {
        PathId.require("runId", runId);
        return identity.getDeferredIdentity()
                .flatMap(caller -> backfills.find(runId, requester(caller)))
                .map(RunView::of);
    }

    private static Requester requester(SecurityIdentity caller) {
        return new Requester(Caller.hasKey(caller) ? Caller.source(caller) : null);
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
