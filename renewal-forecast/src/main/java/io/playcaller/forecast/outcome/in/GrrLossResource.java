package io.playcaller.forecast.outcome.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.outcome.GrrLosses;
import io.playcaller.forecast.outcome.app.GrrLossService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Why GRR is not one. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class GrrLossResource {

    private static final List<String> COLUMNS =
            List.of("from", "until", "by", "reason", "currency", "lostMinor", "share");

    private final GrrLossService losses;

    GrrLossResource(GrrLossService losses) {
        this.losses = losses;
    }

    @GET
    @Path("/losses/reasons")
    @Operation(
            summary =
                    "What GRR lost in a period, by cause and by the risks that were open before; each sums to the whole")
    public Uni<GrrLosses> reasons(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        return losses(Period.of(from, until));
    }

    @GET
    @Path("/losses/reasons.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV")
    public Uni<RestResponse<String>> reasonsCsv(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        Period period = Period.of(from, until);
        return losses(period).map(table -> CsvFile.of("losses-reasons.csv", csv(table, period)));
    }

    private Uni<GrrLosses> losses(Period period) {
        return losses.losses(period.from(), period.until());
    }

    /** Amounts are minor units, shares fractions of one. */
    static String csv(GrrLosses table, Period period) {
        return CsvTable.of(
                COLUMNS,
                table.items().stream()
                        .map(row -> CsvTable.row(
                                period.from(),
                                period.until(),
                                row.by(),
                                row.reason(),
                                row.lost().currency(),
                                row.lost().minor(),
                                row.share()))
                        .toList());
    }
}
