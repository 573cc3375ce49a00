package io.playcaller.ingest.source.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.ingest.source.app.Sources;
import io.playcaller.ingest.source.health.Finding;
import io.playcaller.ingest.source.health.SourceState;
import io.playcaller.ingest.source.health.Verdict;
import io.playcaller.ingest.source.health.app.SourceTraffic;
import io.playcaller.ingest.source.health.app.SourceVerdicts;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sources: who sends, and whether they live. */
@Path("/v1")
@Tag(name = "sources")
public class SourceResource {

    private static final String FIRST_KEY = "first";

    private final Sources sources;
    private final SourceVerdicts verdicts;
    private final SignsOfLife life;
    private final SourceTraffic traffic;
    private final InstantSource clock;
    private final CurrentIdentityAssociation identity;

    SourceResource(
            Sources sources,
            SourceVerdicts verdicts,
            SignsOfLife life,
            SourceTraffic traffic,
            InstantSource clock,
            CurrentIdentityAssociation identity) {
        this.sources = sources;
        this.verdicts = verdicts;
        this.life = life;
        this.traffic = traffic;
        this.clock = clock;
        this.identity = identity;
    }

    /** A source as it is shown; never a key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceView(
            String name,
            Set<Feed> feeds,
            Duration quietAfter,
            @Nullable Integer eventsPerSecond,
            @Nullable Instant lastSeen,
            boolean quiet,
            @Nullable HealthView health) {

        static SourceView of(Source source, @Nullable Verdict verdict) {
            return new SourceView(
                    source.name(),
                    source.feeds(),
                    source.quietAfter(),
                    source.eventsPerSecond(),
                    source.lastSeen(),
                    verdict != null && verdict.state() == SourceState.QUIET,
                    verdict == null ? null : HealthView.of(verdict));
        }
    }

    /**
     * How a source is.
     *
     * @param state {@code unseen}, {@code alive}, {@code quiet} or {@code garbage}
     * @param since when it became quiet, or began to send rubbish
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HealthView(String state, @Nullable Instant since, List<Finding> reasons) {

        static HealthView of(Verdict verdict) {
            return new HealthView(verdict.state().word(), verdict.since(), verdict.findings());
        }
    }

    /** The key, shown this once. */
    public record CreatedSource(String name, String writeKey) {}

    @GET
    @Path("/sources")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "All sources, with their last sign of life, and how they are by their own pattern of the week")
    public Uni<Page<SourceView>> all() {
        return verdicts.all()
                .flatMap(known -> sources.all()
                        .map(found ->
                                Page.whole(found).map(source -> SourceView.of(source, known.get(source.name())))));
    }

    @POST
    @Path("/sources")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Creates a source with its first key, which is shown once; POST /v1/keys makes more",
            description = "{name, feeds: [usage|support|feedback|success|register], scopes: [events|register],"
                    + " quietAfter, eventsPerSecond}")
    public Uni<Response> create(byte[] body) {
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        SourceBodies.Wanted wanted = Problems.orThrow(JsonFields.reading(json, SourceBodies::wanted));
        WriteKey key = WriteKey.generate(Environment.LIVE);
        return identity.getDeferredIdentity()
                .map(caller -> new KeyRequest(
                        wanted.source().name(),
                        FIRST_KEY,
                        Environment.LIVE,
                        wanted.scopes(),
                        caller.getPrincipal().getName()))
                .flatMap(request -> sources.save(wanted.source(), key, request))
                .replaceWith(() -> Response.status(Response.Status.CREATED)
                        .entity(new CreatedSource(wanted.source().name(), key.clear()))
                        .build());
    }

    @PUT
    @Path("/sources/{name}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Changes what is said of a source",
            description = "{feeds, quietAfter, eventsPerSecond}: the whole of it; without eventsPerSecond it may send"
                    + " what every source may")
    public Uni<Response> change(@PathParam("name") String name, byte[] body) {
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        Source wanted = Problems.orThrow(JsonFields.reading(json, fields -> SourceBodies.change(fields, name)));
        return sources.change(wanted).map(known -> {
            if (!known) {
                throw new ProblemException(Problem.notFound("source", name));
            }
            return Response.noContent().build();
        });
    }

    @POST
    @Path("/heartbeat")
    @RolesAllowed({KeyRoles.EVENTS, KeyRoles.REGISTER, KeyRoles.TEST_EVENTS, KeyRoles.TEST_REGISTER})
    @Operation(summary = "The source is alive and nothing happened; of a test key it is no sign of life")
    public Uni<Response> heartbeat() {
        return identity.getDeferredIdentity().map(caller -> {
            if (!Caller.isTest(caller)) {
                life.heard(Caller.source(caller), clock.instant());
                traffic.beat(Caller.source(caller), clock.instant());
            }
            return Response.noContent().build();
        });
    }
}
