package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.app.TaskDesk;
import io.playcaller.router.task.in.TaskCommands.BulkBody;
import io.playcaller.router.task.in.TaskCommands.CommentBody;
import io.playcaller.router.task.in.TaskCommands.CompleteBody;
import io.playcaller.router.task.in.TaskCommands.PauseBody;
import io.playcaller.router.task.in.TaskCommands.ReassignBody;
import io.playcaller.router.task.in.TaskCommands.SnoozeBody;
import io.playcaller.router.task.in.TaskCommands.TouchBody;
import io.playcaller.router.task.in.TaskCommands.UpdateBody;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * What people do with tasks. With the header {@code Idempotency-Key} an act may be asked for again: under the same key of
 * the same person it is done to a task once, and answered as if it had been done now.
 */
@Path("/v1/tasks")
@Tag(name = "tasks")
@RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
public class TaskActResource {

    private static final String KEY = IdempotencyKey.HEADER;

    private final TaskDesk desk;
    private final TaskViews views;
    private final CurrentRules rules;
    private final CurrentIdentityAssociation identity;

    TaskActResource(TaskDesk desk, TaskViews views, CurrentRules rules, CurrentIdentityAssociation identity) {
        this.desk = desk;
        this.views = views;
        this.rules = rules;
        this.identity = identity;
    }

    @POST
    @Path("{taskId}/acknowledge")
    @Operation(summary = "I have it. Stops the accept clock; takes a task that its assignee has not accepted.")
    public Uni<TaskDetail> acknowledge(@RestPath UUID taskId, @RestHeader(KEY) @Nullable String key) {
        return act(taskId, new TaskAct.Acknowledge(true), key);
    }

    @POST
    @Path("{taskId}/touch")
    @Operation(summary = "The customer was reached: {kind: call|meeting|mail, note}. Stops the first-touch clock.")
    public Uni<TaskDetail> touch(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable TouchBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/update")
    @Operation(summary = "How it stands: {note}. Restarts the update clock.")
    public Uni<TaskDetail> update(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable UpdateBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/comment")
    @Operation(summary = "Something to remember: {note}. Changes nothing else; also on a task that ended.")
    public Uni<TaskDetail> comment(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable CommentBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/snooze")
    @Operation(
            summary = "Not now: {until, note}, within 30 days. Out of sight until then, or until anything happens to "
                    + "it; its clocks run on.")
    public Uni<TaskDetail> snooze(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable SnoozeBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/pause")
    @Operation(
            summary = "It waits for somebody else: {because: waiting-for-customer|waiting-for-support|customer-freeze|"
                    + "legal, until: last day of a freeze, note}. Holds first touch, update and completion until the "
                    + "limit of the reason, a touch, or resume.")
    public Uni<TaskDetail> pause(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable PauseBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/resume")
    @Operation(summary = "It goes on: what was paused has what it had left.")
    public Uni<TaskDetail> resume(@RestPath UUID taskId, @RestHeader(KEY) @Nullable String key) {
        return act(taskId, new TaskAct.Resume(), key);
    }

    @POST
    @Path("{taskId}/complete")
    @Operation(
            summary = "Done: {outcome: succeeded|failed, closing: helped|no-effect|already-knew|false-alarm|"
                    + "wrong-person, touch: call|meeting|mail, note}. Stops all clocks.")
    public Uni<TaskDetail> complete(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable CompleteBody body) {
        return act(taskId, given(body).checked(), key);
    }

    @POST
    @Path("{taskId}/reassign")
    @RolesAllowed({Roles.LEAD, Roles.OPS})
    @Operation(
            summary =
                    "Somebody else has it: {to, note}. They are to accept it anew; what its other clocks used up stays used"
                            + " up.")
    public Uni<TaskDetail> reassign(
            @RestPath UUID taskId, @RestHeader(KEY) @Nullable String key, @Nullable ReassignBody body) {
        return act(taskId, given(body).checked(rules.get().directory()), key);
    }

    @POST
    @Path("bulk")
    @Operation(
            summary =
                    "An act on up to 100 tasks: {act, taskIds, …what the act alone takes}. Each is done or refused by "
                            + "itself.")
    public Uni<BulkAnswer> bulk(@RestHeader(KEY) @Nullable String key, @Nullable BulkBody body) {
        BulkBody bulk = given(body);
        TaskAct act = bulk.checked();
        return deed(act, key)
                .onItem()
                .transformToMulti(deed -> Multi.createFrom()
                        .iterable(bulk.distinct())
                        .onItem()
                        .transformToUniAndConcatenate(taskId -> BulkAnswer.item(taskId, desk.act(taskId, deed))))
                .collect()
                .asList()
                .map(BulkAnswer::new);
    }

    private Uni<TaskDetail> act(UUID taskId, TaskAct act, @Nullable String key) {
        return deed(act, key)
                .chain(deed -> desk.act(taskId, deed))
                .onFailure(UnreadableTask.class)
                .transform(broken -> new ProblemException(TaskViews.problem(broken)))
                .invoke(TaskActResource::refuse)
                .chain(() -> views.detail(taskId));
    }

    private static void refuse(Optional<TaskDecision> decision) {
        if (decision.orElse(null) instanceof Refused refused) {
            throw new ProblemException(Problem.conflict(refused.code(), refused.sentence()));
        }
    }

    private Uni<Deed> deed(TaskAct act, @Nullable String key) {
        String checked = IdempotencyKey.checked(key);
        return identity.getDeferredIdentity()
                .map(caller -> new Deed(
                        desk.actor(caller.getPrincipal().getName()).leading(caller.hasRole(Roles.LEAD)), act, checked));
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("body.missing", "", "a JSON object", "nothing"));
        }
        return body;
    }
}
