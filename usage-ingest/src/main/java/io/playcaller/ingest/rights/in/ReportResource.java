package io.playcaller.ingest.rights.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.in.PersonPath;
import io.playcaller.ingest.rights.Holding;
import io.playcaller.ingest.rights.Part.After;
import io.playcaller.ingest.rights.Places;
import io.playcaller.ingest.rights.app.AccessReport;
import io.playcaller.ingest.rights.app.AccessReport.Answer;
import io.playcaller.ingest.rights.app.AccessReport.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that is held about a person. Letters among it may name others, too. */
@Path("/v1/people/{userId}/report")
@Tag(name = "people")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class ReportResource {

    private final PersonIndex index;
    private final AccessReport reports;
    private final BusinessClock clock;

    ReportResource(PersonIndex index, AccessReport reports, BusinessClock clock) {
        this.index = index;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * One thing that is held.
     *
     * @param at when it was said or came in, where that is kept
     * @param source who said it, where that is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String place, @Nullable Instant at, @Nullable String source, JsonNode content) {

        static Item of(Holding held) {
            return new Item(held.place(), held.at(), held.source(), json(held.json()));
        }

        private static JsonNode json(String text) {
            try {
                return WireJson.mapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a table holds what is no JSON", e);
            }
        }
    }

    /**
     * A page of the report.
     *
     * @param next hand it back as {@code cursor} for what follows; absent on the last page
     * @param notHere what is not in it, and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            List<UUID> personIds,
            Instant asOf,
            List<Item> items,
            @Nullable String next,
            List<LineView> notHere) {

        static Report of(Answer answer, Instant asOf) {
            After next = answer.part().next();
            return new Report(
                    answer.person().personIds(),
                    asOf,
                    answer.part().items().stream().map(Item::of).toList(),
                    next == null ? null : new Cursor(Integer.toString(next.rank()), next.id()).text(),
                    Places.notReported().stream().map(LineView::of).toList());
        }
    }

    @GET
    @Operation(
            summary = "Everything that is held about a person, place by place",
            description =
                    "kind: user (default) or anonymous; log: whether the facts of the log that name them are looked"
                            + " for, too, which takes long. A page may have fewer than limit items, and yet a next one")
    public Uni<Report> report(
            @PathParam("userId") String userId,
            @QueryParam(PersonPath.KIND) @DefaultValue(PersonPath.USER) String kind,
            @QueryParam("log") @DefaultValue("false") boolean log,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ExternalId id = PersonPath.of(kind, userId);
        After after = Objects.requireNonNullElse(Cursor.read(cursor, After::of), After.NOTHING);
        Question question = new Question(after, limit, log);
        return index.find(id)
                .flatMap(person -> person.map(PersonRef::personId)
                        .map(UUID::fromString)
                        .map(personId -> reports.read(personId, question))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(found -> Report.of(found.orElseThrow(() -> PersonPath.unknown(id)), clock.instant()));
    }
}
