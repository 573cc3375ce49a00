package io.playcaller.console.relay.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.console.relay.Backend;
import io.playcaller.console.relay.app.Backends;
import io.playcaller.console.relay.app.Backends.Question;
import io.playcaller.console.relay.app.Callers;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What happens, as it happens: the streams of tasks and of health in one, as events {@code task} and {@code health}. A
 * service that is away is tried again. The stream ends after ten minutes, and the browser comes back with its session, so
 * that a session that was ended also stops listening. It also ends when the console shuts down, which would wait for it.
 */
@Singleton
@Path("/api/live")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class LiveResource {

    private static final Duration AT_MOST = Duration.ofMinutes(10);
    /** The first pulse opens the stream in the browser. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final Duration PULSE = Duration.ofSeconds(15);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(15);
    private static final int BUFFER = 1_000;
    private static final String END = "end";

    private final Backends backends;
    private final Callers callers;
    private final BroadcastProcessor<Boolean> ending = BroadcastProcessor.create();

    LiveResource(Backends backends, Callers callers) {
        this.backends = backends;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Server-sent events: steps of tasks and changes of health from now on")
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        return callers.bearer().onItem().transformToMulti(bearer -> {
            Multi<OutboundSseEvent> pulse = Multi.createFrom()
                    .ticks()
                    .startingAfter(AT_ONCE)
                    .every(PULSE)
                    .onOverflow()
                    .drop()
                    .map(tick -> event(sse, "pulse", Long.toString(tick)));
            Multi<OutboundSseEvent> all = Multi.createBy()
                    .merging()
                    .streams(
                            pulse,
                            ending.onCompletion().continueWith(true).map(now -> event(sse, END, "")),
                            listen(Backend.ROUTER, "v1/tasks/stream", bearer).map(data -> event(sse, "task", data)),
                            listen(Backend.HEALTH, "v1/health/stream", bearer).map(data -> event(sse, "health", data)));
            return all.select().first(AT_MOST).select().first(event -> !END.equals(event.getName()));
        });
    }

    /** Open to all because nobody asks: the roles of the class would refuse the event, and with it the whole shutdown. */
    @PermitAll
    void shutDown(@Observes ShutdownDelayInitiatedEvent begun) {
        ending.onComplete();
    }

    private Multi<String> listen(Backend backend, String path, String bearer) {
        return Multi.createFrom()
                .deferred(() -> backends.listen(Question.get(backend, path, bearer)))
                .onCompletion()
                .failWith(() -> new IllegalStateException(backend.key() + " ended its stream"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .atMost(Long.MAX_VALUE)
                .onOverflow()
                .buffer(BUFFER);
    }

    private static OutboundSseEvent event(Sse sse, String name, String data) {
        return sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, data)
                .build();
    }
}
