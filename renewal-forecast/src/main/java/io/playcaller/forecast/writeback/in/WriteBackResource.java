package io.playcaller.forecast.writeback.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.writeback.CrmFact;
import io.playcaller.forecast.writeback.app.ChangedForecasts.Place;
import io.playcaller.forecast.writeback.app.WriteBack;
import io.playcaller.forecast.writeback.app.WriteBack.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a CRM may take over. */
@Path("/v1/write-back")
@RolesAllowed({Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class WriteBackResource {

    private static final Place BEGINNING = new Place(Instant.EPOCH, "");

    private final WriteBack writeBack;

    WriteBackResource(WriteBack writeBack) {
        this.writeBack = writeBack;
    }

    @GET
    @Produces("application/x-ndjson")
    @Operation(
            summary = "Forecasts that changed, a JSON object a line, in the order in which they were made",
            description =
                    "The header Link leads to what follows, now or later; a fact may come twice, a higher rev is newer."
                            + " Contracts that are no longer forecast are not in it.")
    public Uni<RestResponse<String>> after(
            @QueryParam("since") @Nullable String since,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) int limit) {
        Place place = Cursor.read(since, (asOf, contractId) -> new Place(Instant.parse(asOf), contractId));
        return writeBack.after(place == null ? BEGINNING : place, limit).map(facts -> answer(facts, limit));
    }

    private static RestResponse<String> answer(Facts facts, int limit) {
        StringBuilder lines = new StringBuilder();
        for (CrmFact fact : facts.facts()) {
            lines.append(new String(WireJson.write(fact), StandardCharsets.UTF_8))
                    .append('\n');
        }
        Cursor next = new Cursor(facts.next().asOf().toString(), facts.next().contractId());
        return RestResponse.ResponseBuilder.ok(lines.toString())
                .header("Link", "</v1/write-back?since=%s&limit=%d>; rel=\"next\"".formatted(next.text(), limit))
                .build();
    }
}
