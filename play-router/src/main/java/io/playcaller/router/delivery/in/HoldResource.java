package io.playcaller.router.delivery.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.delivery.DeliveryHold;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.delivery.out.PgDeliveryHold;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nothing goes to any tool: after a restore, or because an operator says so. */
@Path("/v1/connectors/hold")
@Tag(name = "deliveries")
public class HoldResource {

    private static final int LONGEST_REASON = 500;

    private final PgDeliveryHold hold;
    private final DeliveryWorker worker;
    private final CurrentIdentityAssociation identity;

    HoldResource(PgDeliveryHold hold, DeliveryWorker worker, CurrentIdentityAssociation identity) {
        this.hold = hold;
        this.worker = worker;
        this.identity = identity;
    }

    /** Why somebody holds delivery. */
    public record Reason(@Nullable String because) {}

    /**
     * Whether delivery is held.
     *
     * @param by who said so; absent where the service found that its database was restored
     */
    public record View(
            boolean held,
            @Nullable Instant since,
            @Nullable String because,
            @Nullable String by) {

        static View of(Optional<DeliveryHold> hold) {
            return hold.map(one -> new View(true, one.since(), one.because(), one.by()))
                    .orElseGet(() -> new View(false, null, null, null));
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Whether delivery is held, since when, why, and by whom.")
    public Uni<View> now() {
        return hold.now().map(View::of);
    }

    @POST
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Sends nothing to any tool until it is released: {because}. What is in flight still arrives. A"
                    + " hold of the service ends by your word alone then; one of somebody else stays as it is.")
    public Uni<View> hold(@Nullable Reason body) {
        String because = checked(body);
        return identity.getDeferredIdentity()
                .chain(caller -> hold.begin(because, caller.getPrincipal().getName()))
                .chain(() -> now());
    }

    @POST
    @Path("release")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Lets delivery go on, also where it is held after a restore.")
    public Uni<View> release() {
        return hold.end().invoke(worker::poke).chain(() -> now());
    }

    private static String checked(@Nullable Reason body) {
        String because =
                body == null || body.because() == null ? "" : body.because().strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON || because.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.badField(
                    "hold.because", "/because", "why, in 1 to " + LONGEST_REASON + " characters", because));
        }
        return because;
    }
}
