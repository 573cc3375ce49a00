package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.engine.ledger.CohortStep;
import io.playcaller.forecast.ledger.CohortQuestion;
import io.playcaller.forecast.ledger.Cohorts;
import io.playcaller.forecast.ledger.Dimension;
import io.playcaller.forecast.ledger.app.CohortService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was kept of customers, by when they began. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class CohortResource {

    private final CohortService cohorts;

    CohortResource(CohortService cohorts) {
        this.cohorts = cohorts;
    }

    @GET
    @Path("/retention/cohorts")
    @Operation(
            summary =
                    "GRR, NRR and customers kept by when customers began and how long that is ago, in constant currency",
            description = "every: quarter or year; by: segment or tier; at most 24 cohorts, each for 20 steps")
    public Uni<Cohorts> cohorts(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("every") @DefaultValue("quarter") String every,
            @QueryParam("by") @Nullable String by) {
        CohortStep step = CohortStep.of(every).orElseThrow(() -> Asked.refused("every", "quarter or year", every));
        return cohorts.cohorts(new CohortQuestion(step, Asked.period(from, until), dimension(by)))
                .map(found -> found.orElseThrow(() -> Asked.refused(
                        "from",
                        "later, so that there are at most " + CohortQuestion.MOST_COHORTS + " cohorts",
                        String.valueOf(from))));
    }

    @GET
    @Path("/retention/cohorts.csv")
    @Produces("text/csv")
    @Operation(
            summary =
                    "The same as CSV, a row per cohort, slice and age; amounts are minor units, the slice * is the whole")
    public Uni<RestResponse<String>> csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("every") @DefaultValue("quarter") String every,
            @QueryParam("by") @Nullable String by) {
        return cohorts(from, until, every, by).map(found -> CsvFile.of("cohorts.csv", CohortCsv.of(found)));
    }

    private static @Nullable Dimension dimension(@Nullable String by) {
        return by == null
                ? null
                : Dimension.of(by)
                        .filter(CohortQuestion.SLICES::contains)
                        .orElseThrow(() -> Asked.refused("by", "segment or tier", by));
    }
}
