package io.playcaller.ingest.catalogue.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.app.Catalogue;
import io.playcaller.ingest.catalogue.app.EventCounts;
import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.refusal.in.Problems;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The names of events. */
@Path("/v1/catalogue")
@Tag(name = "catalogue")
public class CatalogueResource {

    private final Catalogue catalogue;
    private final EventCounts counts;
    private final RulesInForce rules;
    private final InstantSource clock;
    private final CurrentIdentityAssociation identity;

    CatalogueResource(
            Catalogue catalogue,
            EventCounts counts,
            RulesInForce rules,
            InstantSource clock,
            CurrentIdentityAssociation identity) {
        this.catalogue = catalogue;
        this.counts = counts;
        this.rules = rules;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "The names of events that were taken, by source and name",
            description = "source: of one source; days: how many UTC days of volume, today among them")
    public Uni<Page<CatalogueView>> list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("days") @DefaultValue("7") @Min(1) @Max(90) int days,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Cursor read = Cursor.read(cursor, Cursor::new);
        Cursor after = read == null ? new Cursor("", "") : read;
        String wanted = orNull(source);
        LocalDate since = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(days - 1L);
        return counts.write()
                .chain(() -> catalogue.list(wanted, after.value(), after.id(), limit + 1, since))
                .map(found -> Page.of(found, limit, last -> new Cursor(last.source(), last.name()))
                        .map(CatalogueView::of));
    }

    @DELETE
    @Path("/{name: .+}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Forgets a name and how often it came; in every source, or in the one that is said",
            description = "What was said of it stays, until PUT takes it back. Sent again, it is there again")
    public Uni<Response> forget(@PathParam("name") String name, @QueryParam("source") @Nullable String source) {
        String known = PathId.require("name", name).strip();
        return counts.write()
                .chain(() -> catalogue.forget(orNull(source), known))
                .map(gone -> {
                    if (gone == 0) {
                        throw new ProblemException(Problem.notFound("name", known));
                    }
                    return Response.noContent().build();
                });
    }

    /** How many names were forgotten. */
    public record ForgottenNames(int names) {}

    @DELETE
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Forgets the names that a source sent for the first time at or after `since`",
            description = "For what somebody filled the catalogue with, who has a key that stands in a page")
    public Uni<ForgottenNames> forgetSince(
            @QueryParam("source") @Nullable String source, @QueryParam("since") @Nullable String since) {
        String wanted = CatalogueBodies.source(source);
        Instant from = CatalogueBodies.since(since);
        return counts.write().chain(() -> catalogue.forgetSince(wanted, from)).map(ForgottenNames::new);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @PUT
    @Path("/{name: .+}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Says what a name is, in every source; the whole of it",
            description =
                    "{meaningful, countsAs: {name, from}}: whether it is use, whatever its sender says; the name under"
                            + " which it counts if it happened at or after `from`. {} takes it back. Holds for what is taken from"
                            + " then on")
    public Uni<Response> put(@PathParam("name") String name, byte[] body) {
        NameRule wanted = Problems.orThrow(DoorJson.parse(body)
                .then(json -> JsonFields.reading(
                        json,
                        fields -> CatalogueBodies.rule(
                                PathId.require("name", name).strip(), fields))));
        return identity.getDeferredIdentity()
                .flatMap(caller -> rules.change(wanted, caller.getPrincipal().getName()))
                .map(refusal -> {
                    refusal.ifPresent(why -> {
                        throw new ProblemException(Problems.of(why));
                    });
                    return Response.noContent().build();
                });
    }
}
