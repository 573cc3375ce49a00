package io.playcaller.forecast.capacity.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.app.CapacityService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How much work there is for how many people. */
@Path("/v1/capacity")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class CapacityResource {

    private final CapacityService capacity;

    CapacityResource(CapacityService capacity) {
        this.capacity = capacity;
    }

    @GET
    @Operation(
            summary =
                    "Work by segment, stage and role, books against their bands, and people needed per role and quarter")
    public Uni<CapacityReport> report(
            @QueryParam("days") @DefaultValue("90") @Min(7) @Max(730) int days,
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters) {
        return capacity.report(days, quarters);
    }
}
