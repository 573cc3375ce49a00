package io.playcaller.chassis.problem;

import io.playcaller.contracts.WireJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Refuses a body that says it is larger than {@link BodyLimits} allow, with a problem document: Quarkus itself would answer
 * nothing but 413.
 */
@ApplicationScoped
class BodyLimit {

    /** Before Quarkus looks, and after what lets pages read the answer. */
    private static final int BEFORE_QUARKUS = 300;

    /** Routes of filters run the later, the lower; that of Quarkus has 2. */
    private static final int AFTER_QUARKUS = 1;

    private final BodyLimits limits;
    private final Event<RefusedUnread> refusals;

    BodyLimit(BodyLimits limits, Event<RefusedUnread> refusals) {
        this.limits = limits;
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
        long limit = limits.of(context.normalizedPath());
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
