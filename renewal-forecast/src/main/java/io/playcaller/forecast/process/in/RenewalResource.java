package io.playcaller.forecast.process.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.process.ListedRenewal;
import io.playcaller.forecast.process.RenewalQuestion;
import io.playcaller.forecast.process.RenewalQuestion.After;
import io.playcaller.forecast.process.app.ProcessVersions;
import io.playcaller.forecast.process.app.RenewalView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The working list of renewals. */
@Path("/v1")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RenewalResource {

    private static final int CSV_AT_MOST = 100_000;

    private final RenewalView renewals;
    private final InForce<RenewalProcess> process;
    private final ProcessVersions versions;

    RenewalResource(RenewalView renewals, InForce<RenewalProcess> process, ProcessVersions versions) {
        this.renewals = renewals;
        this.process = process;
        this.versions = versions;
    }

    @GET
    @Path("/renewals")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Renewals in order of their day: stage, owner, calls of model, CSM and manager, checkpoints, plays, faults")
    public Uni<Page<ListedRenewal>> list(
            @BeanParam RenewalFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(filter.asked(), cursor, limit);
    }

    @GET
    @Path("/renewals.csv")
    @Produces("text/csv")
    @Operation(
            summary = "The same as CSV (UTF-8, RFC 4180)",
            description = "At most 100,000 at once; when there are more, the header Link leads to them")
    public Uni<RestResponse<String>> csv(
            @BeanParam RenewalFilter filter,
            @QueryParam("limit") @DefaultValue("100000") @Min(1) @Max(CSV_AT_MOST) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(filter.asked(), cursor, limit)
                .map(page -> CsvFile.part(
                        "renewals.csv", page, RenewalCsv::of, "/v1/renewals.csv", limit, filter.asParameters()));
    }

    @GET
    @Path("/renewal-process")
    @Produces("application/yaml")
    @Operation(
            summary = "The renewal process in force: renewals.yaml as it was read",
            description = "version: one that held before, as renewals name it; the header Version says which it is")
    public Uni<RestResponse<String>> process(@QueryParam("version") @Nullable String version) {
        Ruled<RenewalProcess> now = process.now();
        return version == null || version.equals(now.version())
                ? Uni.createFrom().item(yaml(now.version(), now.text()))
                : versions.text(version)
                        .map(text -> yaml(
                                version,
                                text.orElseThrow(() -> new ProblemException(Problem.notFound("version", version)))));
    }

    private static RestResponse<String> yaml(String version, String text) {
        return RestResponse.ResponseBuilder.ok(text).header("Version", version).build();
    }

    private Uni<Page<ListedRenewal>> page(RenewalQuestion asked, @Nullable String cursor, int limit) {
        After after = Cursor.read(cursor, (day, contractId) -> new After(WrittenDay.read(day), contractId));
        return renewals.renewals(asked, after, limit + 1)
                .map(found -> Page.of(
                        found, limit, last -> new Cursor(last.renewalOn().toString(), last.contractId())));
    }
}
