package io.playcaller.router.signal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.app.Answered;
import io.playcaller.router.signal.app.SignalIntake;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.signal.out.PgSignals.Position;
import io.playcaller.router.task.in.IdempotencyKey;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an import found bad, by value at risk, until a lead releases it as work. */
@Path("/v1/triage")
@Tag(name = "triage")
public class TriageResource {

    private static final int MOST = 500;
    private static final String KEY = IdempotencyKey.HEADER;

    private final PgSignals signals;
    private final SignalIntake intake;
    private final CurrentIdentityAssociation identity;

    TriageResource(PgSignals signals, SignalIntake intake, CurrentIdentityAssociation identity) {
        this.signals = signals;
        this.intake = intake;
        this.identity = identity;
    }

    /** A signal that waits. */
    public record Waiting(
            UUID episodeId,
            @Nullable String accountId,
            @Nullable String accountName,
            Reason reason,
            Severity severity,
            String sentence,
            List<Evidence> evidence,
            @Nullable Money valueAtRisk,
            @Nullable Long score,
            Instant openedAt) {

        static Waiting of(KnownSignal known) {
            var signal = known.signal();
            return new Waiting(
                    signal.episodeId(),
                    signal.accountId(),
                    signal.account() == null ? null : signal.account().name(),
                    signal.reason(),
                    signal.severity(),
                    signal.sentence(),
                    signal.evidence(),
                    signal.valueAtRisk(),
                    signal.score(),
                    signal.openedAt());
        }
    }

    /** How many of the most valuable to release. */
    public record ReleaseBody(@Nullable Integer top) {}

    /** What became of a released signal, and why. */
    public record ReleasedSignal(
            UUID episodeId, String became, @Nullable UUID taskId, String why) {

        static ReleasedSignal of(KnownSignal known) {
            return new ReleasedSignal(known.episodeId(), SignalWords.of(known.status()), known.taskId(), known.why());
        }

        static ReleasedSignal unreadable(UUID episodeId) {
            return new ReleasedSignal(
                    episodeId,
                    Answered.UNREADABLE,
                    null,
                    "A task of its account cannot be read by this version; it waits on until one can.");
        }
    }

    /** What was released. */
    public record Released(List<ReleasedSignal> items) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Signals that an import found, by value at risk.")
    public Uni<Page<Waiting>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit, @RestQuery @Nullable String cursor) {
        Position after = Cursor.read(
                cursor, (value, episodeId) -> new Position(Cursor.number(value), UUID.fromString(episodeId)));
        return signals.triage(after, limit + 1)
                .map(found -> Page.of(found, limit, TriageResource::cursor).map(Waiting::of));
    }

    private static Cursor cursor(KnownSignal last) {
        Position position = Position.of(last);
        return new Cursor(position.value().toPlainString(), position.episodeId().toString());
    }

    @POST
    @Path("release")
    @RolesAllowed({Roles.LEAD})
    @Operation(
            summary = "Routes the most valuable as if they were live: {top: 20}.",
            description = "Under the Idempotency-Key of an earlier one of the same person it is for the same signals.")
    public Uni<Released> release(@RestHeader(KEY) @Nullable String key, @Nullable ReleaseBody body) {
        Integer top = body == null ? null : body.top();
        if (top == null || top < 1 || top > MOST) {
            throw new ProblemException(
                    Problem.badField("triage.top", "/top", "a number from 1 to " + MOST, String.valueOf(top)));
        }
        String checked = IdempotencyKey.checked(key);
        return identity.getDeferredIdentity()
                .chain(lead -> intake.release(top, lead.getPrincipal().getName(), checked))
                .map(answered -> answered.orElseThrow(
                        () -> IdempotencyKey.reused("Something else was said of what waits under this key.")))
                .map(answered -> new Released(Stream.concat(
                                answered.became().stream().map(ReleasedSignal::of),
                                answered.unreadable().stream().map(ReleasedSignal::unreadable))
                        .toList()));
    }
}
