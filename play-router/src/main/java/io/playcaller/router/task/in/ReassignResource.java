package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.app.Reassigning;
import io.playcaller.router.task.app.TaskDesk;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Gives a task to somebody else. */
@Path("/v1/tasks")
@Tag(name = "tasks")
public class ReassignResource {

    private final Reassigning reassigning;
    private final TaskDesk desk;
    private final TaskViews views;
    private final CurrentRules rules;
    private final CurrentIdentityAssociation identity;

    ReassignResource(
            Reassigning reassigning,
            TaskDesk desk,
            TaskViews views,
            CurrentRules rules,
            CurrentIdentityAssociation identity) {
        this.reassigning = reassigning;
        this.desk = desk;
        this.views = views;
        this.rules = rules;
        this.identity = identity;
    }

    /**
     * What is asked for.
     *
     * @param to staff id
     * @param note why
     */
    public record ReassignBody(
            @Nullable String to, @Nullable String note) {}

    private record Checked(StaffMember to, String note) {}

    @POST
    @Path("{taskId}/reassign")
    @RolesAllowed({Roles.LEAD, Roles.OPS})
    @Operation(
            summary =
                    "Somebody else has it: {to, note}. They are to accept it anew; what its other clocks used up stays used"
                            + " up.")
    public Uni<TaskDetail> reassign(@RestPath UUID taskId, @Nullable ReassignBody body) {
        Checked checked = checked(body == null ? new ReassignBody(null, null) : body);
        return identity.getDeferredIdentity()
                .chain(caller -> reassigning.reassign(
                        taskId, checked.to(), desk.actor(caller.getPrincipal().getName()), checked.note()))
                .invoke(decision -> {
                    if (decision.orElse(null) instanceof Refused refused) {
                        throw new ProblemException(Problem.conflict(refused.code(), refused.sentence()));
                    }
                })
                .chain(() -> views.detail(taskId));
    }

    private Checked checked(ReassignBody body) {
        Checks checks = new Checks("task.command");
        StaffMember to = checks.required(
                "/to",
                "the staff id of somebody of the directory",
                body.to(),
                id -> rules.get().directory().person(id).orElse(null));
        String note = checks.words(body.note(), "a sentence on why");
        return checks.passed(to == null ? null : new Checked(to, note));
    }
}
