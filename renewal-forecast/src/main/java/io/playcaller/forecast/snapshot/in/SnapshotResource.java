package io.playcaller.forecast.snapshot.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.snapshot.Snapshot;
import io.playcaller.forecast.snapshot.app.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was forecast before. */
@Path("/v1/contracts/{id}/snapshots")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class SnapshotResource {

    private final Snapshots snapshots;

    SnapshotResource(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GET
    @Operation(summary = "The daily snapshots of one contract's forecast, newest first")
    public Uni<Page<Snapshot>> of(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("400") @Min(1) @Max(2000) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        LocalDate before = Cursor.read(cursor, (day, none) -> WrittenDay.read(day));
        return snapshots
                .of(id, before, limit + 1)
                .map(found ->
                        Page.of(found, limit, last -> new Cursor(last.day().toString(), "")));
    }
}
