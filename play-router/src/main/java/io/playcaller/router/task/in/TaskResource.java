package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.app.TaskDesk;
import io.playcaller.router.task.out.PgTaskQueries;
import io.playcaller.router.task.out.PgTaskQueries.Found;
import io.playcaller.router.task.out.PgTaskQueries.Position;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tasks: found, and read whole. */
@Path("/v1/tasks")
@Tag(name = "tasks")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class TaskResource {

    private final PgTaskQueries queries;
    private final TaskDesk desk;
    private final TaskViews views;
    private final CurrentRules rules;
    private final CurrentIdentityAssociation identity;

    TaskResource(
            PgTaskQueries queries,
            TaskDesk desk,
            TaskViews views,
            CurrentRules rules,
            CurrentIdentityAssociation identity) {
        this.queries = queries;
        this.desk = desk;
        this.views = views;
        this.rules = rules;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Tasks by value at risk, each with the clock that runs out first and the time that is left.")
    public Uni<Page<TaskView>> list(
            @BeanParam TaskQuestion question,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        Position after =
                Cursor.read(cursor, (value, taskId) -> new Position(Cursor.number(value), UUID.fromString(taskId)));
        return identity.getDeferredIdentity()
                .map(caller -> desk.actor(caller.getPrincipal().getName()))
                .chain(me -> queries.list(question.filter(me.id(), rules.get().directory()), after, limit + 1))
                .map(found -> Page.of(found, limit, TaskResource::cursor).map(one -> views.brief(one.seen())));
    }

    private static Cursor cursor(Found last) {
        Position position = last.position();
        return new Cursor(position.value().toPlainString(), position.taskId().toString());
    }

    @GET
    @Path("{taskId}")
    @Operation(summary = "A task, whole: reason, evidence, contributions, who and why, clocks, log, deliveries, path.")
    public Uni<TaskDetail> get(@RestPath UUID taskId) {
        return views.detail(taskId);
    }
}
