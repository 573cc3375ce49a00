package io.playcaller.ingest.tail.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.source.app.KnownSources;
import io.playcaller.ingest.tail.TailFilter;
import io.playcaller.ingest.tail.app.Tail;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What comes in, as it happens. */
@Path("/v1/tail")
@Tag(name = "sources")
public class TailResource {

    private static final int MOST = 20;

    /** No longer is who may listen no more, or went without a word; who is still there asks again with a token. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Tail tail;
    private final KnownSources sources;

    TailResource(Tail tail, KnownSources sources) {
        this.tail = tail;
        this.sources = sources;
    }

    /** On a worker: the head of a stream is sent before its first line, and what is refused must be refused before. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Server-sent events: what stands in the log, and what was refused and why, from now on",
            description = "Of one source, or of all. The first line says that it is listening. A line that says dropped"
                    + " stands where so many were left out, because the listener was too slow. It ends after ten minutes:"
                    + " ask again.")
    public Multi<TailView> follow(
            @QueryParam("source") @Nullable String source,
            @QueryParam("refused") @DefaultValue("false") boolean refused) {
        if (tail.listeners() >= MOST) {
            throw new ProblemException(Problem.unavailable("%d listen here already".formatted(MOST), RETRY_AFTER));
        }
        if (source != null && !sources.names().await().atMost(LIMIT).contains(source)) {
            throw new ProblemException(Problem.notFound("source", source));
        }
        return tail.follow(new TailFilter(source, refused))
                .map(TailView::of)
                .select()
                .first(AT_MOST);
    }
}
