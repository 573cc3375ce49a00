package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.StepFilter;
import io.playcaller.router.task.app.TaskDesk;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * What happens to tasks, as it happens, whichever replica did it: each replica reads the end of the topic {@code tasks} for
 * its own listeners, and leaves it unread while there are none. A listener that is too slow is cut off; it reads the list when
 * it connects again. All streams end when the service shuts down, which would wait for them, and that of somebody who has left before
 * the next that happens. Who is of a team is looked up once, when a stream begins.
 */
@Singleton
@Path("/v1/tasks/stream")
@Tag(name = "tasks")
public class TaskStream {

    private static final int BUFFER = 1_000;

    private final RecordReader reader;
    private final TaskDesk desk;
    private final CurrentRules rules;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;
    private final AtomicInteger listeners = new AtomicInteger();
    private final BroadcastProcessor<TaskChanged> happened = BroadcastProcessor.create();

    TaskStream(
            RecordReader reader,
            TaskDesk desk,
            CurrentRules rules,
            CurrentIdentityAssociation identity,
            BusinessClock clock) {
        this.reader = reader;
        this.desk = desk;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    @Incoming("tasks-live")
    public void take(ConsumerRecords<String, byte[]> records) {
        if (listeners.get() > 0) {
            RecordReader.of(TaskChanged.class, reader.read(records).events()).forEach(happened::onNext);
        }
    }

    /** On a worker: the head of a stream is sent before its first event, and what is refused must be refused before. */
    @GET
    @Blocking
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Server-sent events: each step of each task from now on.",
            description =
                    "Narrowed by assignee, team, role, account and play as the list is. A step with which a task may have"
                            + " passed to somebody else is told, too. The other filters of the list are refused.")
    public Multi<TaskChanged> stream(@BeanParam TaskQuestion question) {
        String me = desk.actor(identity.getIdentity().getPrincipal().getName()).id();
        StepFilter filter = question.steps(me, rules.get().directory());
        return happened.onSubscription()
                .invoke(() -> listeners.incrementAndGet())
                .onTermination()
                .invoke(() -> listeners.decrementAndGet())
                .select()
                .first(next -> !hasLeft(me))
                .select()
                .where(filter::takes)
                .onOverflow()
                .buffer(BUFFER);
    }

    private boolean hasLeft(String listener) {
        return rules.get().directory().leaver(listener, clock.instant()).isPresent();
    }

    void shutDown(@Observes ShutdownDelayInitiatedEvent begun) {
        happened.onComplete();
    }
}
