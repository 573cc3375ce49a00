package io.playcaller.forecast.writeback.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.writeback.Place;
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

    /** Between the time of a place and the one that reading goes back to. */
    private static final String BACK = " ";

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
        return writeBack.forecasts(place(since), limit).map(facts -> answer("/v1/write-back", facts, limit));
    }

    @GET
    @Path("decisions")
    @Produces("application/x-ndjson")
    @Operation(
            summary = "What meetings decided, a JSON object a line, in the order in which it was decided or done",
            description = "A decision comes again when it was carried out, with rev 2. The header Link leads to what"
                    + " follows, now or later; a fact may come twice.")
    public Uni<RestResponse<String>> decisions(
            @QueryParam("since") @Nullable String since,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) int limit) {
        return writeBack.decisions(place(since), limit).map(facts -> answer("/v1/write-back/decisions", facts, limit));
    }

    private static Place place(@Nullable String since) {
        Place place = Cursor.read(since, WriteBackResource::read);
        return place == null ? Place.BEGINNING : place;
    }

    private static Place read(String times, String id) {
        int end = times.indexOf(BACK);
        return end < 0
                ? new Place(Instant.parse(times), id)
                : new Place(Instant.parse(times.substring(0, end)), id, Instant.parse(times.substring(end + 1)));
    }

    private static Cursor cursor(Place place) {
        String back = place.back() == null ? "" : BACK + place.back().toString();
        return new Cursor(place.at() + back, place.id());
    }

    private static RestResponse<String> answer(String path, Facts<?> facts, int limit) {
        StringBuilder lines = new StringBuilder();
        for (Record fact : facts.facts()) {
            lines.append(new String(WireJson.write(fact), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return RestResponse.ResponseBuilder.ok(lines.toString())
                .header(
                        "Link",
                        "<%s?since=%s&limit=%d>; rel=\"next\""
                                .formatted(path, cursor(facts.next()).text(), limit))
                .build();
    }
}
