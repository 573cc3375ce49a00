package io.playcaller.forecast.capacity.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.capacity.CapacityReport;
import io.playcaller.forecast.capacity.WhatIfReport;
import io.playcaller.forecast.capacity.app.CapacityService;
import io.playcaller.forecast.capacity.app.CapacityService.Outcome;
import io.playcaller.forecast.csv.in.CsvFile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How much work there is for how many people. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class CapacityResource {

    private final CapacityService capacity;

    CapacityResource(CapacityService capacity) {
        this.capacity = capacity;
    }

    @GET
    @Path("/capacity")
    @Operation(
            summary =
                    "Work by segment, stage and role, books against their bands, and people needed per role and quarter")
    public Uni<CapacityReport> report(
            @QueryParam("days") @DefaultValue("90") @Min(7) @Max(730) int days,
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters) {
        return capacity.report(days, quarters);
    }

    @GET
    @Path("/capacity.csv")
    @Produces("text/csv")
    @Operation(summary = "The plan of it as CSV (UTF-8, RFC 4180), a row per role and quarter")
    public Uni<RestResponse<String>> csv(
            @QueryParam("days") @DefaultValue("90") @Min(7) @Max(730) int days,
            @QueryParam("quarters") @DefaultValue("4") @Min(1) @Max(12) int quarters) {
        return report(days, quarters).map(report -> CsvFile.of("capacity.csv", CapacityCsv.of(report)));
    }

    @POST
    @Path("/capacity/what-if")
    @Operation(
            summary =
                    "People needed if customers begin and leave as supposed, beside the plan in force. Nothing is stored.",
            description =
                    "{days, quarters, pipeline: [{quarter, tier, customers | arr and arrPerCustomer}], alsoAsUsual,"
                            + " termMonths, grr | leaving: as-many-as-come or forecast, nrr, expansion: {adds, role, tasks, minutes,"
                            + " plays}}")
    public Uni<WhatIfReport> whatIf(@Nullable WhatIfBody body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("capacity.invalid", "", "a JSON object", "nothing"));
        }
        WhatIfBody.Checked question = body.checked();
        return capacity.whatIf(question.days(), question.asked()).map(CapacityResource::answer);
    }

    @POST
    @Path("/capacity/what-if.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV (UTF-8, RFC 4180), a row per role and quarter")
    public Uni<RestResponse<String>> whatIfCsv(@Nullable WhatIfBody body) {
        return whatIf(body).map(report -> CsvFile.of("capacity-what-if.csv", WhatIfCsv.of(report)));
    }

    private static WhatIfReport answer(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return answered.report();
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        throw new ProblemException(Problem.badFields(
                "capacity.invalid",
                refused.unfit().stream()
                        .map(unfit -> new FieldFault(unfit.field(), unfit.expected(), unfit.actual()))
                        .toList()));
    }
}
