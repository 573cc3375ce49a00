package io.playcaller.forecast.renewal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.renewal.Categories;
import io.playcaller.forecast.renewal.ContractPage;
import io.playcaller.forecast.renewal.ContractPage.After;
import io.playcaller.forecast.renewal.ContractPage.Item;
import io.playcaller.forecast.renewal.app.ForecastView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Open contracts and their forecasts. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class ContractResource {

    private static final int CSV_AT_MOST = 100_000;

    private final ForecastView forecasts;

    ContractResource(ForecastView forecasts) {
        this.forecasts = forecasts;
    }

    /** A page of a list. */
    public record Page(List<ContractBrief> items, @Nullable String next) {}

    /** The forecast of one contract, whole. */
    public record ContractForecast(String accountName, RenewalForecast forecast) {}

    @GET
    @Path("/contracts")
    @Operation(summary = "Open contracts in order of renewal, each with its forecast in brief")
    public Uni<Page> contracts(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("category") @Nullable String category) {
        return forecasts
                .page(new ContractPage(category(category), after(cursor), limit))
                .map(found ->
                        new Page(found.items().stream().map(ContractBrief::of).toList(), next(found.next())));
    }

    @GET
    @Path("/contracts.csv")
    @Produces("text/csv")
    @Operation(summary = "All open contracts as CSV (UTF-8, RFC 4180), at most 100,000")
    public Uni<RestResponse<String>> csv(@QueryParam("category") @Nullable String category) {
        return forecasts
                .page(new ContractPage(category(category), null, CSV_AT_MOST))
                .map(found -> {
                    List<ContractBrief> briefs =
                            found.items().stream().map(ContractBrief::of).toList();
                    return RestResponse.ResponseBuilder.ok(ContractCsv.of(briefs))
                            .header("Content-Disposition", "attachment; filename=\"contracts.csv\"")
                            .build();
                });
    }

    @GET
    @Path("/contracts/{id}/forecast")
    @Operation(summary = "The forecast of one open contract with its drivers")
    public Uni<ContractForecast> forecast(@PathParam("id") String id) {
        return forecasts.find(id).map(found -> {
            Item item = found.orElseThrow(() -> new ProblemException(Problem.notFound("contract", id)));
            return new ContractForecast(item.accountName(), item.forecast());
        });
    }

    private static @Nullable Category category(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String expected = "one of "
                + String.join(", ", Categories.ALL.stream().map(Categories::key).toList());
        return Categories.of(word)
                .orElseThrow(
                        () -> new ProblemException(Problem.badField("category.unknown", "category", expected, word)));
    }

    private static @Nullable After after(@Nullable String text) {
        Cursor cursor = Cursor.of(text);
        if (cursor == null) {
            return null;
        }
        try {
            return new After(LocalDate.parse(cursor.first()), cursor.second());
        } catch (DateTimeException notADay) {
            throw Cursor.refused(String.valueOf(text));
        }
    }

    private static @Nullable String next(@Nullable After after) {
        return after == null ? null : new Cursor(after.renewalOn().toString(), after.contractId()).text();
    }
}
