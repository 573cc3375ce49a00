package io.playcaller.router.outcome.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.outcome.RunRecord;
import io.playcaller.router.outcome.out.PgRunRecords;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Runs of plays. */
@Path("/v1/runs")
@Tag(name = "runs")
public class RunResource {

    private final PgRunRecords runs;

    RunResource(PgRunRecords runs) {
        this.runs = runs;
    }

    @GET
    @Path("{runId}")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary =
                    "A run of a play: its arm, its end, and how the account stood then and 30, 60, 90 days after it began.")
    public Uni<RunRecord> get(@RestPath UUID runId) {
        return runs.find(runId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound("run", runId.toString()))));
    }
}
