package io.playcaller.forecast.renewal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.day.WrittenDay;
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

    /** The forecast of one contract, whole. */
    public record ContractForecast(String accountName, RenewalForecast forecast) {}

    @GET
    @Path("/contracts")
    @Operation(summary = "Open contracts in order of renewal, each with its forecast in brief")
    public Uni<Page<ContractBrief>> contracts(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("category") @Nullable String category) {
        return page(category(category), cursor, limit);
    }

    @GET
    @Path("/contracts.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Open contracts as CSV (UTF-8, RFC 4180)",
            description = "At most 100,000 at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> csv(
            @QueryParam("limit") @DefaultValue("100000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("category") @Nullable String category) {
        Category wanted = category(category);
        String chosen = wanted == null ? "" : "&category=" + Categories.key(wanted);
        return page(wanted, cursor, limit)
                .map(page -> CsvFile.part("contracts.csv", page, ContractCsv::of, "/v1/contracts.csv", limit, chosen));
    }

    private Uni<Page<ContractBrief>> page(@Nullable Category category, @Nullable String cursor, int limit) {
        After after = Cursor.read(cursor, (day, contractId) -> new After(WrittenDay.read(day), contractId));
        return forecasts
                .page(new ContractPage(category, after, limit + 1))
                .map(found -> Page.of(found, limit, ContractResource::cursor).map(ContractBrief::of));
    }

    private static Cursor cursor(Item last) {
        RenewalForecast forecast = last.forecast();
        return new Cursor(forecast.renewalOn().toString(), forecast.contractId());
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
}
