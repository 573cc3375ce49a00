package io.playcaller.ingest.rights.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.rights.Receipt;
import io.playcaller.ingest.rights.app.Erasures;
import io.playcaller.ingest.rights.app.Erasures.Position;
import io.playcaller.ingest.source.in.KeyRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The receipts of erasures. {@code DELETE /v1/people/{userId}} makes them. */
@Path("/v1/erasures")
@Tag(name = "people")
public class ErasureResource {

    private final Erasures erasures;

    ErasureResource(Erasures erasures) {
        this.erasures = erasures;
    }

    @GET
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Receipts of erasures, the newest first")
    public Uni<Page<ReceiptView>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Position after =
                Cursor.read(cursor, (erasedAt, id) -> new Position(Instant.parse(erasedAt), UUID.fromString(id)));
        return erasures.newest(after, limit + 1)
                .map(found -> Page.of(found, limit, ErasureResource::cursor).map(ReceiptView::of));
    }

    private static Cursor cursor(Receipt last) {
        return new Cursor(last.erasedAt().toString(), last.erasureId().toString());
    }

    @GET
    @Path("/{erasureId}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "What became of each place that held something about a person")
    public Uni<ReceiptView> get(@PathParam("erasureId") String erasureId) {
        return id(erasureId)
                .map(erasures::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.map(ReceiptView::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("erasure", erasureId))));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
