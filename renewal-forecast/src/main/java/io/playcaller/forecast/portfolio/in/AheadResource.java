package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Portfolio;
import io.playcaller.forecast.portfolio.app.AheadService;
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
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What is ahead of the whole portfolio, each figure with what it means. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class AheadResource {

    private final AheadService ahead;

    AheadResource(AheadService ahead) {
        this.ahead = ahead;
    }

    @GET
    @Path("/portfolio")
    @Operation(
            summary = "GRR, NRR and customers of the coming quarters as distributions, per currency",
            description = "by: none, segment, tier, region, owner or product; at most 1,000 figures at once")
    public Uni<Portfolio> ahead(
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters,
            @QueryParam("by") @DefaultValue("none") String by) {
        return figures(quarters, by);
    }

    @GET
    @Path("/portfolio.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV (UTF-8, RFC 4180); shares are fractions of one, amounts minor units")
    public Uni<RestResponse<String>> csv(
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters,
            @QueryParam("by") @DefaultValue("none") String by) {
        return figures(quarters, by).map(portfolio -> CsvFile.of("portfolio.csv", PortfolioCsv.of(portfolio)));
    }

    private Uni<Portfolio> figures(int quarters, String by) {
        return ahead.ahead(quarters, by(by))
                .map(found -> found.orElseThrow(() -> refused(
                        "quarters",
                        "fewer, so that quarters times groups are at most " + AheadService.MOST_FIGURES,
                        Integer.toString(quarters))));
    }

    private static By by(String word) {
        String expected = "one of "
                + String.join(", ", Arrays.stream(By.values()).map(By::key).toList());
        return By.of(word).orElseThrow(() -> refused("by", expected, word));
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("portfolio.invalid", field, expected, actual));
    }
}
