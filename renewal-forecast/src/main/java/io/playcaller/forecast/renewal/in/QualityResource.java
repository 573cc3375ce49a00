package io.playcaller.forecast.renewal.in;

import io.playcaller.chassis.access.Roles;
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
import java.util.List;
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

    /** A page of a list. */
    public record Page(List<QualityItem> items, @Nullable String next) {}

    @GET
    @Operation(summary = "Contracts that were refused, repaired or are doubtful, with the money at stake")
    public Uni<Page> problems(
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String text) {
        Cursor cursor = Cursor.of(text);
        String contract = cursor == null ? "" : cursor.first();
        String code = cursor == null ? "" : cursor.second();
        return forecasts.quality(contract, code, limit + 1).map(items -> page(items, limit));
    }

    private static Page page(List<QualityItem> items, int limit) {
        if (items.size() <= limit) {
            return new Page(items, null);
        }
        QualityItem last = items.get(limit - 1);
        return new Page(items.subList(0, limit), new Cursor(last.contractId(), last.code()).text());
    }
}
