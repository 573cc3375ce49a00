package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.bulk.KeptMapping;
import io.playcaller.ingest.bulk.app.Mappings;
import io.playcaller.ingest.config.FixedLimits;
import io.playcaller.ingest.source.in.KeyRoles;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.Section;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Mappings that bulk uploads may name; the same files as those of the command's import. */
@Path("/v1/mappings")
@Tag(name = "register")
public class MappingResource {

    private final Mappings mappings;
    private final RequestBodies bodies;
    private final CurrentIdentityAssociation identity;
    private final InstantSource clock;

    MappingResource(Mappings mappings, RequestBodies bodies, CurrentIdentityAssociation identity, InstantSource clock) {
        this.mappings = mappings;
        this.bodies = bodies;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A mapping as it is shown.
     *
     * @param makes what its sections make of which file
     * @param content whole, where one is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MappingView(
            String name,
            List<String> makes,
            Instant changedAt,
            String changedBy,
            @Nullable String content) {

        static MappingView of(KeptMapping kept, boolean whole) {
            Mapping mapping = UploadMappings.read(kept.name(), kept.content());
            return new MappingView(
                    kept.name(),
                    mapping.sections().stream().map(Section::title).toList(),
                    kept.changedAt(),
                    kept.changedBy(),
                    whole ? kept.content() : null);
        }
    }

    @GET
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "The mappings by name")
    public Uni<Page<MappingView>> all() {
        return mappings.all().map(all -> Page.whole(all).map(kept -> MappingView.of(kept, false)));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "A mapping, whole")
    public Uni<MappingView> find(@PathParam("name") String name) {
        return mappings.find(name)
                .map(found -> found.map(kept -> MappingView.of(kept, true)).orElseThrow(() -> unknown(name)));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Stores a mapping: YAML, as the command's import reads it",
            description = "Refused whole, with every fault and its line. What was stored through an earlier one stays")
    public Uni<MappingView> put(@PathParam("name") String name, byte[] sent) {
        String content = new String(bodies.read(sent, FixedLimits.MAPPING_BYTES), StandardCharsets.UTF_8);
        Mapping mapping = UploadMappings.read(name, content);
        if (!mapping.name().equals(name)) {
            throw new ProblemException(
                    Problem.badField("mapping.invalid", "name", "the name of the path, " + name, mapping.name()));
        }
        return identity.getDeferredIdentity().flatMap(caller -> {
            String who = caller.getPrincipal().getName();
            KeptMapping kept = new KeptMapping(name, content, clock.instant(), who);
            return mappings.put(kept).map(stored -> {
                if (!stored) {
                    throw new ProblemException(Problem.conflict(
                            "mapping.too-many", "there are " + FixedLimits.MAPPINGS + " others; delete one first"));
                }
                return MappingView.of(kept, false);
            });
        });
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Deletes a mapping; what was stored through it stays")
    public Uni<Response> delete(@PathParam("name") String name) {
        return mappings.delete(name).map(was -> {
            if (!was) {
                throw unknown(name);
            }
            return Response.noContent().build();
        });
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(Problem.notFound("mapping", name));
    }
}
