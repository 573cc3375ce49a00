package io.playcaller.ingest.register.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.ingest.body.in.PreviewParameter;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.PathId;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.register.Merge;
import io.playcaller.ingest.register.app.AccountMerges;
import io.playcaller.ingest.register.app.AccountMerges.Result;
import io.playcaller.ingest.register.app.MergePreviews;
import io.playcaller.ingest.source.in.KeyRoles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An account that is another one from now on. What is refused here is only answered: it is a command, and no record. */
@Path("/v1/accounts/{id}/merge")
@Tag(name = "register")
public class MergeResource {

    private static final Set<String> FIELDS = Set.of("into", "reason");

    private final AccountMerges merges;
    private final MergePreviews previews;
    private final RequestBodies bodies;
    private final RegisterOrigin origins;

    MergeResource(AccountMerges merges, MergePreviews previews, RequestBodies bodies, RegisterOrigin origins) {
        this.merges = merges;
        this.previews = previews;
        this.bodies = bodies;
        this.origins = origins;
    }

    /** @param reason empty where it is only asked what would be, and none is said */
    private record Wanted(String into, String reason) {}

    @PUT
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Merges the account into another: {into, reason}",
            description =
                    "What is accepted for it from then on goes to the other one. What went before, and its contracts,"
                            + " owners and invoices, stay where they are. ?preview=true answers what would become of"
                            + " what, and why, and stores nothing; the reason may be missing then")
    public Uni<Response> merge(
            @PathParam("id") String id, @QueryParam("preview") @Nullable String preview, byte[] body) {
        String account = PathId.require("id", id);
        boolean foreseen = PreviewParameter.isTrue(preview);
        Wanted wanted = Problems.orThrow(DoorJson.parse(bodies.read(body))
                .then(json -> JsonFields.reading(json, fields -> wanted(fields, foreseen))));
        return (foreseen ? foreseen(account, wanted) : merged(account, wanted))
                .map(answer ->
                        Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build());
    }

    private static Wanted wanted(JsonFields body, boolean foreseen) {
        body.rejectUnknown(FIELDS);
        String reason = foreseen ? body.optionalText("reason") : body.text("reason");
        return new Wanted(body.text("into"), reason == null ? "" : reason);
    }

    private Uni<Record> merged(String account, Wanted wanted) {
        return origins.asked()
                .flatMap(asked -> merges.merge(account, wanted.into(), wanted.reason(), asked.by(), asked.origin()))
                .map(MergeResource::answer);
    }

    private Uni<Record> foreseen(String account, Wanted wanted) {
        return origins.foreseen()
                .flatMap(origin ->
                        previews.of(account, wanted.into(), LocalDate.ofInstant(origin.receivedAt(), ZoneOffset.UTC)))
                .map(MergeResource::answer);
    }

    @DELETE
    @RolesAllowed({KeyRoles.REGISTER, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Ends the merge: what is accepted for the account from then on goes to it again",
            description = "What went to the other one meanwhile stays there")
    public Uni<AccountRecord> undo(@PathParam("id") String id) {
        String account = PathId.require("id", id);
        return origins.asked()
                .flatMap(asked -> merges.undo(account, asked.by(), asked.origin()))
                .map(result -> (AccountRecord) answer(result));
    }

    @GET
    @RolesAllowed({KeyRoles.REGISTER, Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The merges that the account is and was in, the newest first")
    public Uni<Page<Merge>> merges(@PathParam("id") String id) {
        return merges.of(PathId.require("id", id)).map(Page::whole);
    }

    private static Record answer(Result result) {
        if (result instanceof Result.Unknown unknown) {
            throw new ProblemException(Problem.notFound(unknown.what(), unknown.id()));
        }
        if (result instanceof Result.Refused no) {
            throw new ProblemException(RegisterProblems.of(no.refusal()));
        }
        return result instanceof Result.Foreseen foreseen
                ? MergePreviewView.of(foreseen.preview())
                : ((Result.Done) result).account();
    }
}
