package io.playcaller.ingest.held.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.ingest.held.HeldHead;
import io.playcaller.ingest.held.app.HeldEvents;
import io.playcaller.ingest.person.ExternalId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that wait until somebody says which account their person belongs to. They name people. */
@Path("/v1/held")
@Tag(name = "held events")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class HeldResource {

    private final HeldEvents held;

    HeldResource(HeldEvents held) {
        this.held = held;
    }

    /**
     * An event that waits.
     *
     * @param place through which kind of door it came: {@code http} or {@code kafka}
     * @param userId who did it; absent when that is a browser
     * @param anonymousId the browser
     * @param heldUntil then it becomes a dead letter
     * @param bytes of that letter: what it takes of the bounds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeldView(
            String source,
            String id,
            String place,
            @Nullable String userId,
            @Nullable String anonymousId,
            Instant receivedAt,
            Instant heldUntil,
            int bytes) {

        static HeldView of(HeldHead event) {
            return new HeldView(
                    event.key().source(),
                    event.key().id(),
                    event.place().name().toLowerCase(Locale.ROOT),
                    id(event.who(), ExternalId.Kind.USER),
                    id(event.who(), ExternalId.Kind.ANONYMOUS),
                    event.receivedAt(),
                    event.heldUntil(),
                    event.bytes());
        }

        private static @Nullable String id(ExternalId who, ExternalId.Kind kind) {
            return who.kind() == kind ? who.value() : null;
        }
    }

    @GET
    @Operation(summary = "Events that wait for their account, those that wait longest first; source: of one source")
    public Uni<Page<HeldView>> list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Long after = Cursor.read(cursor, (seq, none) -> Long.valueOf(seq));
        return held.list(source == null || source.isEmpty() ? null : source, after == null ? 0 : after, limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(Long.toString(last.seq()), ""))
                        .map(HeldView::of));
    }
}
