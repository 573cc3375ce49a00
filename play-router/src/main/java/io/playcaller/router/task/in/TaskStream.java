package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.router.kafka.RecordReader;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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
 * it connects again. All streams end when the service shuts down, which would wait for them.
 */
@Singleton
@Path("/v1/tasks/stream")
@Tag(name = "tasks")
public class TaskStream {

    private static final int BUFFER = 1_000;

    private final RecordReader reader;
    private final AtomicInteger listeners = new AtomicInteger();
    private final BroadcastProcessor<TaskChanged> happened = BroadcastProcessor.create();

    TaskStream(RecordReader reader) {
        this.reader = reader;
    }

    @Incoming("tasks-live")
    public void take(ConsumerRecords<String, byte[]> records) {
        if (listeners.get() > 0) {
            RecordReader.of(TaskChanged.class, reader.read(records).events()).forEach(happened::onNext);
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Server-sent events: each step of each task from now on.")
    public Multi<TaskChanged> stream() {
        return happened.onSubscription()
                .invoke(() -> listeners.incrementAndGet())
                .onTermination()
                .invoke(() -> listeners.decrementAndGet())
                .onOverflow()
                .buffer(BUFFER);
    }

    void shutDown(@Observes ShutdownDelayInitiatedEvent begun) {
        happened.onComplete();
    }
}
