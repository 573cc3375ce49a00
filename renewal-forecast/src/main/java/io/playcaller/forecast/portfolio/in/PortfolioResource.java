package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.portfolio.Portfolio;
import io.playcaller.forecast.portfolio.Retention;
import io.playcaller.forecast.portfolio.app.PortfolioService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Figures of the whole portfolio, each with what it means. */
@Path("/v1")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class PortfolioResource {

    private final PortfolioService portfolio;

    PortfolioResource(PortfolioService portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @Path("/portfolio")
    @Operation(summary = "GRR and NRR of the coming quarters as distributions, per currency")
    public Uni<Portfolio> ahead(@QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters) {
        return portfolio.ahead(quarters);
    }

    @GET
    @Path("/retention")
    @Operation(summary = "What a past period kept, lost and won, per currency")
    public Uni<Retention> past(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("grain") @DefaultValue("line") String grain) {
        LocalDate first = day("from", from);
        LocalDate end = day("until", until);
        if (!end.isAfter(first)) {
            throw refused("until", "a day after " + first, end.toString());
        }
        return portfolio.past(first, end, grain(grain));
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw refused(field, "a day, such as 2026-01-01", text == null ? "nothing" : text);
        }
    }

    private static Grain grain(String key) {
        return Arrays.stream(Grain.values())
                .filter(grain -> grain.key().equals(key))
                .findFirst()
                .orElseThrow(() -> refused("grain", "line or account", key));
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("retention.invalid", field, expected, actual));
    }
}
