package io.playcaller.forecast.memory.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.memory.app.PortfolioSnapshots;
import io.playcaller.forecast.memory.app.PortfolioSnapshots.OfDay;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Portfolio figures of earlier days. */
@Path("/v1/portfolio/snapshots")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class PortfolioSnapshotResource {

    private final PortfolioSnapshots snapshots;

    PortfolioSnapshotResource(PortfolioSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GET
    @Operation(
            summary = "The figures of a quarter, of the whole or a segment, as they were kept each day, newest first")
    public Uni<Page<OfDay>> of(
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("segment") @DefaultValue(By.ALL) String segment,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (quarter == null || Quarter.parse(quarter).isEmpty()) {
            throw refused("quarter", "a quarter, such as 2026-Q4", quarter);
        }
        if (currency == null) {
            throw refused("currency", "a currency of ISO 4217, such as EUR", null);
        }
        By by = segment.equals(By.ALL) ? By.WHOLE : By.SEGMENT;
        LocalDate before = Cursor.read(cursor, (day, none) -> WrittenDay.read(day));
        return snapshots
                .of(quarter, by.key(), segment, currency, before, limit + 1)
                .map(found ->
                        Page.of(found, limit, last -> new Cursor(last.day().toString(), "")));
    }

    private static ProblemException refused(String field, String expected, @Nullable String actual) {
        return new ProblemException(
                Problem.badField("portfolio.invalid", field, expected, actual == null ? "nothing" : actual));
    }
}
