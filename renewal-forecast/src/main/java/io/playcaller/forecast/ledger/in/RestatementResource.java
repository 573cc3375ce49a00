package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.ledger.Restatement;
import io.playcaller.forecast.ledger.app.ClosedPeriods;
import io.playcaller.forecast.ledger.app.ClosedPeriods.After;
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
import org.jspecify.annotations.Nullable;

/** What closed periods would be by what became known since. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RestatementResource {

    private static final int CSV_AT_MOST = 10_000;

    private final ClosedPeriods closed;

    RestatementResource(ClosedPeriods closed) {
        this.closed = closed;
    }

    @GET
    @Path("/restatements")
    @Operation(
            summary = "Corrections of closed quarters, newest first, each dated, before and after",
            description = "Found once a day in the last eight closed quarters, without slices; closed figures stand")
    public Uni<Page<Restatement>> restatements(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(limit, cursor);
    }

    @GET
    @Path("/restatements.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV (UTF-8, RFC 4180): of each a row before and a row after for each currency",
            description = "At most 10,000 at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> csv(
            @QueryParam("limit") @DefaultValue("10000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(limit, cursor)
                .map(page -> CsvFile.part("restatements.csv", page, RestatementCsv::of, "/v1/restatements.csv", limit));
    }

    private Uni<Page<Restatement>> page(int limit, @Nullable String cursor) {
        After after = Cursor.read(cursor, RestatementResource::place);
        return closed.restatements(after, limit + 1).map(found -> Page.of(found, limit, RestatementResource::cursor));
    }

    private static Cursor cursor(Restatement last) {
        return new Cursor(last.foundOn() + " " + last.before().from(), last.definition());
    }

    private static After place(String days, String definition) {
        String[] both = days.split(" ", 2);
        return new After(WrittenDay.read(both[0]), WrittenDay.read(both.length < 2 ? "" : both[1]), definition);
    }
}
