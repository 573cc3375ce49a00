package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.engine.ledger.LedgerEntry;
import io.playcaller.forecast.ledger.EntryFilter;
import io.playcaller.forecast.ledger.app.LedgerService;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The contract ledger: every change of recurring revenue with what it is, and the postings behind it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class LedgerResource {

    private static final int CSV_AT_MOST = 100_000;
    private static final List<String> HEADER = List.of(
            "accountId",
            "product",
            "on",
            "currency",
            "kind",
            "before",
            "delta",
            "after",
            "uplift",
            "renewed",
            "timing",
            "timingDays",
            "contracts");

    private final LedgerService ledger;

    LedgerResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("/ledger")
    @Operation(
            summary = "Changes of recurring revenue at the grain of lines, by account, product and day",
            description = "A line that is back within the gap never left: its entry has the postings of both days")
    public Uni<Page<EntryView>> entries(
            @QueryParam("account") @Nullable String account,
            @QueryParam("contract") @Nullable String contract,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(2000) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        EntryPlace after = Cursor.read(cursor, EntryPlace::read);
        return ledger.entries(filter(account, contract, from, until))
                .map(all -> EntryPlace.page(all, after, limit).map(EntryView::of));
    }

    @GET
    @Path("/ledger.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV, at most 100,000 entries: beyond that ask by account or by days")
    public Uni<RestResponse<String>> csv(
            @QueryParam("account") @Nullable String account,
            @QueryParam("contract") @Nullable String contract,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        return ledger.entries(filter(account, contract, from, until)).map(all -> {
            if (all.size() > CSV_AT_MOST) {
                throw Asked.refused("from", "days with at most " + CSV_AT_MOST + " entries", all.size() + " entries");
            }
            List<List<String>> rows = all.stream().map(LedgerResource::cells).toList();
            return CsvFile.of("ledger.csv", CsvTable.of(HEADER, rows));
        });
    }

    private static EntryFilter filter(
            @Nullable String account, @Nullable String contract, @Nullable String from, @Nullable String until) {
        return new EntryFilter(account, contract, Asked.optionalDay("from", from), Asked.optionalDay("until", until));
    }

    private static List<String> cells(LedgerEntry entry) {
        EntryView view = EntryView.of(entry);
        EntryView.Renewal renewal = view.renewal();
        List<String> contracts = view.postings().stream()
                .map(EntryView.Line::contractId)
                .distinct()
                .toList();
        return CsvTable.row(
                CsvTable.text(view.accountId()),
                CsvTable.text(view.product()),
                view.on(),
                view.currency(),
                view.kind(),
                view.before(),
                view.delta(),
                view.after(),
                view.uplift(),
                view.renewed(),
                renewal == null ? null : renewal.timing(),
                renewal == null ? null : (Long) renewal.days(),
                CsvTable.text(String.join(" ", contracts)));
    }
}
