package io.playcaller.forecast.outcome.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.outcome.Adoption;
import io.playcaller.forecast.outcome.ReferenceCount;
import io.playcaller.forecast.outcome.ScoreAccuracy;
import io.playcaller.forecast.outcome.TimeToValue;
import io.playcaller.forecast.outcome.Waits.Cohort;
import io.playcaller.forecast.outcome.app.OutcomeService;
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

/** How customers fare, each figure with what it means. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class CustomerResource {

    private static final String CSV = "text/csv";

    private final OutcomeService outcomes;

    CustomerResource(OutcomeService outcomes) {
        this.outcomes = outcomes;
    }

    @GET
    @Path("/time-to-value")
    @Operation(
            summary =
                    "Days to a milestone by segment of who became a customer in a period, those counted who have not arrived")
    public Uni<TimeToValue> timeToValue(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("milestone") @Nullable String milestone) {
        Period period = Period.of(from, until);
        Cohort cohort = new Cohort(period.from(), period.until());
        return outcomes.today()
                .map(today -> Period.dayUpTo(today, "as-of", asOf))
                .chain(day -> outcomes.timeToValue(milestone, cohort, day));
    }

    @GET
    @Path("/time-to-value.csv")
    @Produces(CSV)
    @Operation(
            summary =
                    "The same as CSV (UTF-8, RFC 4180), without the curves; all segments together have the segment all")
    public Uni<RestResponse<String>> timeToValueCsv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("milestone") @Nullable String milestone) {
        return timeToValue(from, until, asOf, milestone)
                .map(table -> CsvFile.of("time-to-value.csv", CustomerCsv.of(table)));
    }

    @GET
    @Path("/adoption")
    @Operation(summary = "Mean adoption index by segment, as kept on the newest day up to a day")
    public Uni<Adoption> adoption(@QueryParam("day") @Nullable String day) {
        return outcomes.adoption(Period.day("day", day));
    }

    @GET
    @Path("/adoption.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV")
    public Uni<RestResponse<String>> adoptionCsv(@QueryParam("day") @Nullable String day) {
        return adoption(day).map(adoption -> CsvFile.of("adoption.csv", CustomerCsv.of(adoption)));
    }

    @GET
    @Path("/references")
    @Operation(summary = "Accounts that may be named to others on a day")
    public Uni<ReferenceCount> references(@QueryParam("day") @Nullable String day) {
        return outcomes.references(Period.day("day", day));
    }

    @GET
    @Path("/references.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV, a row per account")
    public Uni<RestResponse<String>> referencesCsv(@QueryParam("day") @Nullable String day) {
        return references(day).map(count -> CsvFile.of("references.csv", CustomerCsv.of(count)));
    }

    @GET
    @Path("/score-accuracy")
    @Operation(summary = "How well the health score so many days before foretold the renewals and ends of a period")
    public Uni<ScoreAccuracy> accuracy(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("days-before") @DefaultValue("90") @Min(1) @Max(730) int daysBefore) {
        Period period = Period.of(from, until);
        return outcomes.accuracy(period.from(), period.until(), daysBefore);
    }

    @GET
    @Path("/score-accuracy.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV, a row per grade")
    public Uni<RestResponse<String>> accuracyCsv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("days-before") @DefaultValue("90") @Min(1) @Max(730) int daysBefore) {
        return accuracy(from, until, daysBefore).map(found -> CsvFile.of("score-accuracy.csv", CustomerCsv.of(found)));
    }
}
