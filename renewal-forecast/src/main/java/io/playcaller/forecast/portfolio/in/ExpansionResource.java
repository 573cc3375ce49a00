package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.ExpansionCoverage;
import io.playcaller.forecast.portfolio.app.ExpansionService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the growth that targets need is in sight, each figure with what it means. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ExpansionResource {

    private final ExpansionService expansion;

    ExpansionResource(ExpansionService expansion) {
        this.expansion = expansion;
    }

    @GET
    @Path("/expansion-coverage")
    @Operation(
            summary =
                    "The growth that NRR targets of the coming quarters need, and how much of it is in sight, per currency",
            description = "by: none or segment, of which there are targets")
    public Uni<ExpansionCoverage> coverage(
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters,
            @QueryParam("by") @DefaultValue("none") String by) {
        return expansion.coverage(quarters, by(by));
    }

    @GET
    @Path("/expansion-coverage.csv")
    @Produces("text/csv")
    @Operation(
            summary =
                    "The same as CSV (UTF-8, RFC 4180), without what has no day; shares are fractions of one, amounts minor units")
    public Uni<RestResponse<String>> csv(
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters,
            @QueryParam("by") @DefaultValue("none") String by) {
        return coverage(quarters, by).map(coverage -> CsvFile.of("expansion-coverage.csv", ExpansionCsv.of(coverage)));
    }

    private static By by(String word) {
        return By.of(word)
                .filter(by -> by == By.WHOLE || by == By.SEGMENT)
                .orElseThrow(() ->
                        new ProblemException(Problem.badField("portfolio.invalid", "by", "none or segment", word)));
    }
}
