package io.playcaller.ingest.source.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.app.KeyService;
import io.playcaller.ingest.source.in.KeyViews.KeyView;
import io.playcaller.ingest.source.in.KeyViews.NewKey;
import io.playcaller.ingest.source.in.KeyViews.RevokedKey;
import io.playcaller.ingest.source.in.KeyViews.RotatedKey;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Write keys: who may send for which source. The key itself is answered once, when it is made. */
@Path("/v1/keys")
@Tag(name = "keys")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class KeyResource {

    private final KeyService keys;
    private final CurrentIdentityAssociation identity;
    private final Duration remembered;

    KeyResource(KeyService keys, CurrentIdentityAssociation identity, IngestConfig config) {
        this.keys = keys;
        this.identity = identity;
        this.remembered = config.sourcesCachedFor();
    }

    @GET
    @Operation(summary = "All keys by source and age, with state and last use; never the keys themselves")
    public Uni<Page<KeyView>> all() {
        return keys.all().map(found -> Page.whole(found).map(KeyView::of));
    }

    @POST
    @Operation(
            summary = "Issues a key for a source; it is shown this once",
            description = "{source, name, environment: live|test, scopes: [events|register]}")
    public Uni<Response> issue(byte[] body) {
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        return caller().map(by -> Problems.orThrow(JsonFields.reading(json, fields -> KeyBodies.request(fields, by))))
                .flatMap(keys::issue)
                .map(issued -> Response.status(Response.Status.CREATED)
                        .entity(NewKey.of(issued))
                        .build());
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            summary = "Gives a key a successor, shown this once; the old key opens until validUntil",
            description = "{overlap}: how long both open, a duration from PT0S to P90D; P7D when it is not said")
    public Uni<Response> rotate(@PathParam("id") String id, byte[] body) {
        UUID key = known(id);
        JsonNode json = Problems.orThrow(DoorJson.parse(body.length == 0 ? new byte[] {'{', '}'} : body));
        Duration overlap = Problems.orThrow(JsonFields.reading(json, KeyBodies::overlap));
        return caller().flatMap(by -> keys.rotate(key, overlap, by))
                .map(rotated -> Response.status(Response.Status.CREATED)
                        .entity(RotatedKey.of(rotated))
                        .build());
    }

    @POST
    @Path("/{id}/revoke")
    @Operation(summary = "Ends a key at once; it stays in the list, and stays revoked")
    public Uni<RevokedKey> revoke(@PathParam("id") String id) {
        return keys.revoke(known(id)).map(this::revoked);
    }

    private RevokedKey revoked(IssuedKey key) {
        return new RevokedKey(
                KeyView.of(key), Objects.requireNonNull(key.revokedAt()).plus(remembered));
    }

    private Uni<String> caller() {
        return identity.getDeferredIdentity()
                .map(caller -> caller.getPrincipal().getName());
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.notFound("key", id));
        }
    }
}
