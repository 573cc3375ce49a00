package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.ledger.SaidRate;
import io.playcaller.forecast.ledger.app.RateTable;
import io.playcaller.forecast.ledger.app.RateTable.After;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Rates into the reporting currency. */
@Path("/v1/rates")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RateResource {

    private final RateTable rates;
    private final String reporting;
    private final CurrentIdentityAssociation identity;

    RateResource(RateTable rates, ForecastConfig config, CurrentIdentityAssociation identity) {
        this.rates = rates;
        this.reporting = config.reportingCurrency();
        this.identity = identity;
    }

    /** What is said of a day. */
    public record RateBody(@Nullable BigDecimal rate) {}

    /**
     * What became of what was said.
     *
     * @param taken new versions
     * @param same how many hold already
     */
    public record Taken(String reporting, int taken, int same) {}

    @GET
    @Operation(summary = "All that was said of a currency, newest day and version first")
    public Uni<Page<SaidRate>> of(
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        After after = Cursor.read(cursor, (day, version) -> new After(WrittenDay.read(day), Integer.parseInt(version)));
        String of = currency == null ? "" : currency;
        RateRows.currencyFault("currency", of, reporting).ifPresent(RateResource::refuse);
        return rates.of(of, after, limit + 1)
                .map(found -> Page.of(
                        found, limit, last -> new Cursor(last.day().toString(), Integer.toString(last.version()))));
    }

    @PUT
    @Path("/{currency}/{day}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Says what one unit of a currency is worth in the reporting currency from a day on",
            description = "A correction is a new version; what it corrects is kept")
    public Uni<Taken> put(
            @PathParam("currency") String currency, @PathParam("day") String day, @Nullable RateBody body) {
        BigDecimal rate = body == null ? null : body.rate();
        return say(RateRows.one(currency, day, rate, reporting));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Says many rates: CSV with the columns currency, day, rate, at most 10,000 rows",
            description = "All or none: every fault is said with its row")
    public Uni<Taken> post(@Nullable String csv) {
        return say(RateRows.csv(csv == null ? "" : csv, reporting));
    }

    private Uni<Taken> say(RateRows read) {
        if (!read.faults().isEmpty()) {
            throw new ProblemException(Problem.badFields("rate.invalid", read.faults()));
        }
        List<Rate> said = read.rates();
        return identity.getDeferredIdentity()
                .chain(caller -> rates.say(said, caller.getPrincipal().getName()))
                .map(taken -> new Taken(reporting, taken, said.size() - taken));
    }

    private static void refuse(FieldFault fault) {
        throw new ProblemException(Problem.badFields("rate.invalid", List.of(fault)));
    }
}
