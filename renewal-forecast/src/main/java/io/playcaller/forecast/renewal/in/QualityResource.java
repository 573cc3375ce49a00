package io.playcaller.forecast.renewal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.forecast.renewal.QualityItem;
import io.playcaller.forecast.renewal.app.ForecastView;
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

/** What would make a figure wrong. */
@Path("/v1/data-quality")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class QualityResource {

    private final ForecastView forecasts;

    QualityResource(ForecastView forecasts) {
        this.forecasts = forecasts;
    }

    @GET
    @Operation(summary = "Contracts that were refused, repaired or are doubtful, with the money at stake")
    public Uni<Page<QualityItem>> problems(
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Place after = Cursor.read(cursor, Place::new);
        return forecasts
                .quality(after == null ? "" : after.contractId(), after == null ? "" : after.code(), limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.contractId(), last.code())));
    }

    private record Place(String contractId, String code) {}
}
