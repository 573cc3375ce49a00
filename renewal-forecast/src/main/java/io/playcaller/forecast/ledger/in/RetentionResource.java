package io.playcaller.forecast.ledger.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.forecast.csv.in.CsvFile;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.LedgerService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What past periods kept, with what the figures mean. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class RetentionResource {

    private final LedgerService ledger;

    RetentionResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("/retention")
    @Operation(
            summary = "What a past period kept, lost and won, per currency",
            description = "A closed quarter is answered as it was closed, unless restated=true")
    public Uni<Retention> past(@BeanParam RetentionQuery query) {
        return answer(query);
    }

    @GET
    @Path("/retention.csv")
    @Produces("text/csv")
    @Operation(summary = "The same as CSV: a line for each currency, and for each of its slices")
    public Uni<RestResponse<String>> csv(@BeanParam RetentionQuery query) {
        return answer(query).map(retention -> CsvFile.of("retention.csv", RetentionCsv.of(retention)));
    }

    private Uni<Retention> answer(RetentionQuery query) {
        RetentionQuestion question = query.question(ledger.definition());
        return ledger.retention(question, query.restated());
    }
}
