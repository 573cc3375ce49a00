package io.playcaller.forecast.process.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.engine.process.FaultCode;
import io.playcaller.forecast.process.ListedFault;
import io.playcaller.forecast.process.app.RenewalView;
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
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is wrong with how renewals are worked. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class FaultResource {

    private static final int CSV_AT_MOST = 100_000;

    private final RenewalView renewals;

    FaultResource(RenewalView renewals) {
        this.renewals = renewals;
    }

    @GET
    @Path("/faults")
    @Operation(
            summary =
                    "Renewals at risk without a play or an owner, and missed checkpoints, each with its money and since when")
    public Uni<Page<ListedFault>> faults(
            @QueryParam("code") @Nullable String code,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(code, limit, cursor);
    }

    @GET
    @Path("/faults.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV (UTF-8, RFC 4180)",
            description = "At most 100,000 at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> csv(
            @QueryParam("code") @Nullable String code,
            @QueryParam("limit") @DefaultValue("100000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String chosen = code == null ? "" : "&code=" + code;
        return page(code, limit, cursor)
                .map(page -> CsvFile.part("faults.csv", page, FaultCsv::of, "/v1/faults.csv", limit, chosen));
    }

    private Uni<Page<ListedFault>> page(@Nullable String code, int limit, @Nullable String cursor) {
        FaultCode wanted = code == null ? null : code(code);
        Place after = Cursor.read(cursor, Place::new);
        return renewals.faults(
                        wanted, after == null ? "" : after.contractId(), after == null ? "" : after.code(), limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.contractId(), last.code())));
    }

    private static FaultCode code(String word) {
        String expected = "one of "
                + Arrays.stream(FaultCode.values()).map(FaultCode::key).collect(Collectors.joining(", "));
        return FaultCode.of(word)
                .orElseThrow(() -> new ProblemException(Problem.badField("fault.unknown", "code", expected, word)));
    }

    private record Place(String contractId, String code) {}
}
