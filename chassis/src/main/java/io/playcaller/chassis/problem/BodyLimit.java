package io.playcaller.chassis.problem;

import io.playcaller.contracts.WireJson;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Refuses a body that says it is larger than {@code quarkus.http.limits.max-body-size}, with a problem document: Quarkus
 * itself would answer nothing but 413.
 */
@ApplicationScoped
class BodyLimit {

    static final String SETTING = "quarkus.http.limits.max-body-size";

    static final String DEFAULT = "10240K";

    /** Before Quarkus looks, and after what lets pages read the answer. */
    private static final int BEFORE_QUARKUS = 300;

    /** Routes of filters run the later, the lower; that of Quarkus has 2. */
    private static final int AFTER_QUARKUS = 1;

    private final long limit;
    private final Event<RefusedUnread> refusals;

    BodyLimit(@ConfigProperty(name = SETTING, defaultValue = DEFAULT) MemorySize limit, Event<RefusedUnread> refusals) {
        this.limit = limit.asLongValue();
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_QUARKUS);
        filters.register(BodyLimit::leaveToUs, AFTER_QUARKUS);
    }

    /** {@link StreamedBodyLimit} bounds what has no length; Quarkus would cut its connection at the same byte. */
    private static void leaveToUs(RoutingContext context) {
        context.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
        context.next();
    }

    private void filter(RoutingContext context) {
        if (length(context) <= limit) {
            context.next();
            return;
        }
        Problem problem = Problem.tooLarge("at most " + limit + " bytes", length(context) + " bytes");
        refusals.fire(new RefusedUnread(problem));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(WireJson.write(problem)));
        // What still comes is dropped: a client whose connection is cut in mid-body would not see the answer.
        context.request().resume();
    }

    /** Netty has refused a length that is no number. */
    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
