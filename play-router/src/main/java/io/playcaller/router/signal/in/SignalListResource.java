package io.playcaller.router.signal.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.out.PgSignalList;
import io.playcaller.router.signal.out.PgSignals.Position;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signals that made no task, by why not. */
@Path("/v1/signals")
@Tag(name = "signals")
public class SignalListResource {

    private final PgSignalList signals;

    SignalListResource(PgSignalList signals) {
        this.signals = signals;
    }

    /**
     * A signal that holds.
     *
     * @param why the last answer on its way
     * @param waitsOn what silences it, or the play whose brake holds it
     * @param until when it is looked at again by itself
     */
    public record SignalView(
            UUID episodeId,
            int transition,
            @Nullable String accountId,
            @Nullable String accountName,
            Reason reason,
            Severity severity,
            String sentence,
            @Nullable Money valueAtRisk,
            Instant openedAt,
            String became,
            String why,
            @Nullable String waitsOn,
            @Nullable Instant until) {

        static SignalView of(KnownSignal known) {
            SignalChanged signal = known.signal();
            Waits waits = known.waits();
            return new SignalView(
                    signal.episodeId(),
                    signal.transition(),
                    signal.accountId(),
                    signal.account() == null ? null : signal.account().name(),
                    signal.reason(),
                    signal.severity(),
                    signal.sentence(),
                    signal.valueAtRisk(),
                    signal.openedAt(),
                    SignalWords.of(known.status()),
                    known.why(),
                    waits == null ? null : waits.on(),
                    waits == null ? null : waits.until());
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Open signals that made no task, by what became of them and value at risk, each with why.")
    public Uni<Page<SignalView>> list(
            @BeanParam SignalQuestion question,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        Position after = Cursor.read(
                cursor, (value, episodeId) -> new Position(Cursor.number(value), UUID.fromString(episodeId)));
        return signals.list(question.filter(), after, limit + 1)
                .map(found -> Page.of(found, limit, SignalListResource::cursor).map(SignalView::of));
    }

    private static Cursor cursor(KnownSignal last) {
        Position position = Position.of(last);
        return new Cursor(position.value().toPlainString(), position.episodeId().toString());
    }
}
