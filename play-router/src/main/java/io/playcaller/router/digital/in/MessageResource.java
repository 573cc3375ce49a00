package io.playcaller.router.digital.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.digital.out.PgMessageList;
import io.playcaller.router.digital.out.PgMessageList.Line;
import io.playcaller.router.digital.out.PgMessageList.Position;
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

/** Messages of digital steps. */
@Path("/v1/messages")
@Tag(name = "contacts")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class MessageResource {

    private static final int MOST = 500;
    private static final List<String> STATES =
            List.of("waiting", "sending", "sent", "skipped", "bounced", "failed", "lost");

    private final PgMessageList messages;

    MessageResource(PgMessageList messages) {
        this.messages = messages;
    }

    @GET
    @Operation(
            summary =
                    "Messages of digital steps to people of customers, newest first: what was sent, what waits, what was"
                            + " refused, and why.",
            description = "state is one of waiting, sending, sent, skipped, bounced, failed, lost; run is a playRunId.")
    public Uni<Page<Line>> list(
            @RestQuery @Nullable String account,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable UUID run,
            @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit,
            @RestQuery @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new ProblemException(
                    Problem.badField("message.state", "state", "one of " + String.join(", ", STATES), state));
        }
        Position after = Cursor.read(cursor, (at, id) -> new Position(Instant.parse(at), UUID.fromString(id)));
        return messages.lines(account, state, run, after, limit + 1)
                .map(found -> Page.of(
                        found,
                        limit,
                        line -> new Cursor(
                                line.createdAt().toString(), line.messageId().toString())));
    }
}
