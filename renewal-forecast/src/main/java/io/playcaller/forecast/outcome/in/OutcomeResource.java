package io.playcaller.forecast.outcome.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.app.LiftService;
import io.playcaller.forecast.outcome.app.OutcomeService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What plays and people did for customers, each figure with what it means. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class OutcomeResource {

    private static final String CSV = "text/csv";

    private final LiftService lifts;
    private final OutcomeService outcomes;

    OutcomeResource(LiftService lifts, OutcomeService outcomes) {
        this.lifts = lifts;
        this.outcomes = outcomes;
    }

    @GET
    @Path("/lift")
    @Operation(
            summary = "What each play did against its holdout, with intervals that hold at every look",
            description = "by: play, or reason: each play by the reasons that its runs began with")
    public Uni<LiftTable> lift(@QueryParam("by") @DefaultValue("play") String by) {
        return switch (by) {
            case "play" -> lifts.table();
            case "reason" -> lifts.byReason();
            default -> throw Period.refused("by", "play or reason", by);
        };
    }

    @GET
    @Path("/lift.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV (UTF-8, RFC 4180); shares are fractions of one, amounts minor units")
    public Uni<RestResponse<String>> liftCsv(@QueryParam("by") @DefaultValue("play") String by) {
        return lift(by).map(table -> CsvFile.of("lift.csv", OutcomeCsv.of(table)));
    }

    @GET
    @Path("/saves")
    @Operation(summary = "Save rate by reason of the contracts that were renewed or ended in a period")
    public Uni<SaveTable> saves(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        Period period = Period.of(from, until);
        return outcomes.saves(period.from(), period.until());
    }

    @GET
    @Path("/saves.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV; the total of a currency has the reason all")
    public Uni<RestResponse<String>> savesCsv(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        return saves(from, until).map(table -> CsvFile.of("saves.csv", OutcomeCsv.of(table)));
    }

    @GET
    @Path("/saves/contracts")
    @Operation(summary = "The contracts behind the save rates, of all reasons or of one")
    public Uni<Page<SaveTable.Case>> cases(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("reason") @Nullable String reason) {
        Period period = Period.of(from, until);
        return outcomes.cases(period.from(), period.until(), reason(reason)).map(Page::whole);
    }

    @GET
    @Path("/saves/contracts.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV")
    public Uni<RestResponse<String>> casesCsv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("reason") @Nullable String reason) {
        return cases(from, until, reason)
                .map(page -> CsvFile.of("saves-contracts.csv", OutcomeCsv.ofCases(page.items())));
    }

    @GET
    @Path("/losses")
    @Operation(
            summary =
                    "Contracts that ended or shrank in a period, newest first, with their reviews and what was known before",
            description = "state: due, overdue or reviewed; green=true: those that the forecast did not see coming")
    public Uni<Page<Loss>> losses(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("state") @Nullable String state,
            @QueryParam("green") @Nullable Boolean green) {
        Period period = Period.of(from, until);
        if (state != null && !List.of("due", "overdue", "reviewed").contains(state)) {
            throw Period.refused("state", "due, overdue or reviewed", state);
        }
        return outcomes.losses(period.from(), period.until())
                .map(all -> Page.whole(all.stream()
                        .filter(loss -> state == null || state.equals(loss.state()))
                        .filter(loss -> green == null || green.equals(loss.green()))
                        .toList()));
    }

    @GET
    @Path("/losses.csv")
    @Produces(CSV)
    @Operation(summary = "The same as CSV")
    public Uni<RestResponse<String>> lossesCsv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("state") @Nullable String state,
            @QueryParam("green") @Nullable Boolean green) {
        return losses(from, until, state, green)
                .map(page -> CsvFile.of("losses.csv", OutcomeCsv.ofLosses(page.items())));
    }

    private static @Nullable Reason reason(@Nullable String code) {
        return code == null
                ? null
                : Reason.ofCode(code).orElseThrow(() -> Period.refused("reason", "a code of docs/reasons.md", code));
    }
}
