package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.app.TaskDesk;
import io.playcaller.router.task.in.TaskCommands.Complete;
import io.playcaller.router.task.in.TaskCommands.CompleteBody;
import io.playcaller.router.task.in.TaskCommands.TouchBody;
import io.playcaller.router.task.in.TaskCommands.UpdateBody;
import io.playcaller.router.task.out.PgTaskQueries;
import io.playcaller.router.task.out.PgTaskQueries.Found;
import io.playcaller.router.task.out.PgTaskQueries.Position;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tasks: found, read whole, and worked on. */
@Path("/v1/tasks")
@Tag(name = "tasks")
public class TaskResource {

    private static final String ME = "me";

    private final PgTaskQueries queries;
    private final TaskDesk desk;
    private final TaskViews views;
    private final CurrentIdentityAssociation identity;

    TaskResource(PgTaskQueries queries, TaskDesk desk, TaskViews views, CurrentIdentityAssociation identity) {
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Tasks by value at risk. assignee: a staff id, me, or none; state: open, closed or all.")
    public Uni<Page<TaskView>> list(
            @RestQuery @Nullable String assignee,
            @RestQuery @DefaultValue("open") String state,
            @RestQuery @Nullable String account,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        Boolean open = openOf(state);
        Position after =
                Cursor.read(cursor, (value, taskId) -> new Position(new BigDecimal(value), UUID.fromString(taskId)));
        return actor().chain(actor -> queries.list(new PgTaskQueries.Filter(
                        open, ME.equals(assignee) ? actor.id() : assignee, account, after, limit + 1)))
                .map(found -> Page.of(found, limit, TaskResource::cursor).map(one -> views.brief(one.task())));
    }

    private static Cursor cursor(Found last) {
        Position position = last.position();
        return new Cursor(position.value().toPlainString(), position.taskId().toString());
    }

    @GET
    @Path("{taskId}")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "A task, whole: reason, evidence, contributions, who and why, clocks, log, deliveries, path.")
    public Uni<TaskDetail> get(@RestPath UUID taskId) {
        return queries.find(taskId)
                .map(found -> found.orElseThrow(() -> unknown(taskId)))
                .chain(views::detail);
    }

    @POST
    @Path("{taskId}/acknowledge")
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(summary = "I have it. Stops the accept clock; takes a task that its assignee has not accepted.")
    public Uni<TaskDetail> acknowledge(@RestPath UUID taskId) {
        return actor().chain(actor -> desk.acknowledge(taskId, actor)).chain(decision -> answer(taskId, decision));
    }

    @POST
    @Path("{taskId}/touch")
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(summary = "The customer was reached: {kind: call|meeting|mail, note}. Stops the first-touch clock.")
    public Uni<TaskDetail> touch(@RestPath UUID taskId, TouchBody body) {
        var kind = given(body).checked();
        return actor().chain(actor -> desk.touch(taskId, actor, kind, body.note()))
                .chain(decision -> answer(taskId, decision));
    }

    @POST
    @Path("{taskId}/update")
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(summary = "How it stands: {note}. Restarts the update clock.")
    public Uni<TaskDetail> update(@RestPath UUID taskId, UpdateBody body) {
        String note = given(body).checked();
        return actor().chain(actor -> desk.update(taskId, actor, note)).chain(decision -> answer(taskId, decision));
    }

    @POST
    @Path("{taskId}/complete")
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(
            summary = "Done: {outcome: succeeded|failed, closing: helped|no-effect|already-knew|false-alarm|"
                    + "wrong-person, touch: call|meeting|mail, note}. Stops all clocks.")
    public Uni<TaskDetail> complete(@RestPath UUID taskId, CompleteBody body) {
        Complete command = given(body).checked();
        return actor().chain(actor -> desk.complete(
                        taskId, actor, command.outcome(), command.closing(), command.touch(), command.note()))
                .chain(decision -> answer(taskId, decision));
    }

    private Uni<TaskDetail> answer(UUID taskId, Optional<TaskDecision> decision) {
        if (decision.isEmpty()) {
            throw unknown(taskId);
        }
        if (decision.get() instanceof TaskDecision.Refused refused) {
            throw new ProblemException(Problem.conflict(refused.code(), refused.sentence()));
        }
        return get(taskId);
    }

    private Uni<Actor> actor() {
        return identity.getDeferredIdentity()
                .map(SecurityIdentity::getPrincipal)
                .map(principal -> desk.actor(principal.getName()));
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("body.missing", "", "a JSON object", "nothing"));
        }
        return body;
    }

    private static @Nullable Boolean openOf(String state) {
        return switch (state) {
            case "open" -> Boolean.TRUE;
            case "closed" -> Boolean.FALSE;
            case "all" -> null;
            default -> throw new ProblemException(Problem.badField("state", "state", "open, closed or all", state));
        };
    }

    private static ProblemException unknown(UUID taskId) {
        return new ProblemException(Problem.notFound("task", taskId.toString()));
    }
}
