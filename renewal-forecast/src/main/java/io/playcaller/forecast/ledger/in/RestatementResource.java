package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
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
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What closed periods would be by what became known since. */
@Path("/v1/restatements")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RestatementResource {

    private final ClosedPeriods closed;

    RestatementResource(ClosedPeriods closed) {
        this.closed = closed;
    }

    @GET
    @Operation(
            summary = "Corrections of closed quarters, newest first, each dated, before and after",
            description = "Found once a day in the last eight closed quarters, without slices; closed figures stand")
    public Uni<Page<Restatement>> restatements(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
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
