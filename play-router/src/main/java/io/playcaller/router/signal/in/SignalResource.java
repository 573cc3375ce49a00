package io.playcaller.router.signal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.task.PathStep;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Why a signal became a task, or did not. */
@Path("/v1/signals")
@Tag(name = "signals")
public class SignalResource {

    private final PgSignals signals;

    SignalResource(PgSignals signals) {
        this.signals = signals;
    }

    /**
     * The path of a signal.
     *
     * @param waitsOn what silences it, or the play whose brake holds it; null where it waits for neither
     * @param until when it is looked at again by itself
     */
    public record SignalPath(
            UUID episodeId,
            int transition,
            SignalState state,
            @Nullable String accountId,
            Reason reason,
            String sentence,
            String became,
            @Nullable UUID taskId,
            @Nullable String waitsOn,
            @Nullable Instant until,
            List<PathStep> path) {

        static SignalPath of(KnownSignal known) {
            Waits waits = known.waits();
            return new SignalPath(
                    known.episodeId(),
                    known.signal().transition(),
                    known.signal().state(),
                    known.signal().accountId(),
                    known.signal().reason(),
                    known.signal().sentence(),
                    SignalWords.of(known.status()),
                    known.taskId(),
                    waits == null ? null : waits.on(),
                    waits == null ? null : waits.until(),
                    known.path());
        }
    }

    @GET
    @Path("{episodeId}/path")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "What became of a signal, stage by stage.")
    public Uni<SignalPath> path(@RestPath UUID episodeId) {
        return signals.find(episodeId)
                .map(found -> found.map(SignalPath::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("signal", episodeId.toString()))));
    }
}
