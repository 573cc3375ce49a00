package io.playcaller.ingest.bulk.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.EarlyAnswer;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.body.in.PreviewParameter;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.playcaller.ingest.register.in.RegisterOrigin;
import io.playcaller.ingest.source.in.Caller;
import io.playcaller.ingest.source.in.KeyRoles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many records of the register in one request, as NDJSON or CSV: accounts, contracts, owners, invoices, people. */
@Path("/v1/bulk/{kind}")
@Tag(name = "register")
public class BulkResource {

    private final BulkDoor door;
    private final UploadMappings mappings;
    private final RegisterOrigin origins;
    private final CurrentIdentityAssociation identity;
    private final RoutingContext context;
    private final RefusalCount refusals;

    BulkResource(
            BulkDoor door,
            UploadMappings mappings,
            RegisterOrigin origins,
            CurrentIdentityAssociation identity,
            RoutingContext context,
            RefusalCount refusals) {
        this.door = door;
        this.mappings = mappings;
        this.origins = origins;
        this.identity = identity;
        this.context = context;
        this.refusals = refusals;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({KeyRoles.REGISTER, KeyRoles.TEST_REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Stores many records of the register, or people",
            description =
                    "NDJSON or CSV, plain or gzip, read as a stream; each row is decided as its PUT. 200 counts what"
                            + " became of the rows and lists the first that are refused; ?preview=true stores nothing")
    public Response take(
            @PathParam("kind") String word,
            @QueryParam("preview") @Nullable String preview,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("file") @Nullable String file,
            @HeaderParam(OpenRuns.HEADER) @Nullable String runId,
            @Context HttpHeaders headers,
            InputStream sent) {
        try {
            BulkKind kind =
                    BulkKind.ofWord(word).orElseThrow(() -> new ProblemException(Problem.notFound("kind", word)));
            Asked asked = new Asked(kind, PreviewParameter.isTrue(preview), mapping, file, runId);
            return answer(taken(asked, BulkBody.of(headers, sent)));
        } catch (ProblemException refused) {
            refusals.refused(refused.problem().code());
            EarlyAnswer.closes(context);
            throw refused;
        }
    }

    private record Asked(
            BulkKind kind,
            boolean preview,
            @Nullable String mapping,
            @Nullable String file,
            @Nullable String runId) {

        Map<String, String> beside() {
            String path = "/v1/bulk/" + kind.word();
            return mapping == null ? Map.of("path", path) : Map.of("path", path, "mapping", mapping);
        }
    }

    private BulkAnswer taken(Asked asked, BulkBody body) {
        SecurityIdentity caller = identity.getIdentity();
        String mapping = asked.mapping();
        boolean surveyed = asked.preview() || mapping != null;
        BulkUpload upload =
                new BulkUpload(asked.kind(), Caller.isTest(caller), asked.preview(), surveyed, new Survey());
        RowShape.Making shape = mapping == null
                ? new RowShape.Ours(asked.kind(), upload.survey())
                : mappings.shape(mapping, asked.file(), asked.kind(), upload.survey());
        return door.take(
                upload,
                (bytes, rowBytes) -> body.rows(asked.kind(), shape, bytes, rowBytes, asked.beside()),
                records -> origins.of(caller, asked.runId(), records, asked.preview()));
    }

    private Response answer(BulkAnswer answer) {
        Problem ended = answer.ended();
        Response.ResponseBuilder response =
                Response.status(ended == null ? Response.Status.OK.getStatusCode() : ended.status());
        if (ended != null) {
            EarlyAnswer.closes(context);
            if (ended.retryAfter() != null) {
                response.header(HttpHeaders.RETRY_AFTER, ended.retryAfter());
            }
        }
        return response.entity(answer).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
