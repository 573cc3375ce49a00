package io.playcaller.router.delivery.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.delivery.out.PgDeliveryQueries;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Line;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Position;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The ledger of deliveries. */
@Path("/v1/deliveries")
@Tag(name = "deliveries")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class DeliveryResource {

    private static final int MOST = 500;
    private static final String SENT = "sent";
    private static final String DROPPED = "dropped";
    private static final List<String> STATES = List.of(
            "undecided", "digest", "digested", "pending", SENT, "failed", "disabled", "not-configured", DROPPED);
    private static final List<String> UNSENT =
            List.of("undecided", "digest", "pending", "failed", "disabled", "not-configured");

    private final PgDeliveryQueries ledger;
    private final CurrentIdentityAssociation identity;

    DeliveryResource(PgDeliveryQueries ledger, CurrentIdentityAssociation identity) {
        this.ledger = ledger;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "Messages about tasks, newest first; of all tasks those that were not sent, of one task all.",
            description =
                    "state is one of pending, sent, failed, disabled, not-configured, dropped; sent and dropped want a task. because is in the"
                            + " words of the tool for ops and admin; others read what kind of fault it was.")
    public Uni<Page<Line>> list(
            @RestQuery @Nullable UUID task,
            @RestQuery @Nullable String connector,
            @RestQuery @Nullable String state,
            @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit,
            @RestQuery @Nullable String cursor) {
        Position after = Cursor.read(cursor, (at, id) -> new Position(Instant.parse(at), UUID.fromString(id)));
        List<String> states = states(task, state);
        return identity.getDeferredIdentity()
                .map(Faults::readBy)
                .chain(faults -> ledger.lines(task, connector, states, after, limit + 1)
                        .map(found -> Page.of(
                                        found,
                                        limit,
                                        line -> new Cursor(
                                                line.createdAt().toString(),
                                                line.deliveryId().toString()))
                                .map(faults::of)));
    }

    private static List<String> states(@Nullable UUID task, @Nullable String state) {
        if (state == null) {
            return task == null ? UNSENT : STATES;
        }
        if (!STATES.contains(state)) {
            throw new ProblemException(
                    Problem.badField("delivery.state", "state", "one of " + String.join(", ", STATES), state));
        }
        if ((state.equals(SENT) || state.equals(DROPPED)) && task == null) {
            throw new ProblemException(Problem.badField(
                    "delivery.task", "task", "the id of a task, to see what became of its messages", "nothing"));
        }
        return List.of(state);
    }
}
