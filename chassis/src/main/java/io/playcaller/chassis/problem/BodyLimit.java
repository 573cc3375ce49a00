package io.playcaller.chassis.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Refuses a body that says it is larger than its {@link BodyBound}, with a problem document: Quarkus itself would answer
 * nothing but 413.
 */
@ApplicationScoped
class BodyLimit {

    /** Before Quarkus looks, and after what lets pages read the answer. */
    private static final int BEFORE_QUARKUS = 300;

    /** Routes of filters run the later, the lower; that of Quarkus has 2. */
    private static final int AFTER_QUARKUS = 1;

    private final BodyBound bound;
    private final UnreadRequests unread;

    BodyLimit(BodyBound bound, UnreadRequests unread) {
        this.bound = bound;
        this.unread = unread;
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
        long length = UnreadRequests.statedLength(context.request());
        if (length == 0) {
            context.next();
            return;
        }
        long limit = bound.bytes(context);
        if (length <= limit) {
            context.next();
        } else {
            unread.refuse(context, Problem.tooLarge("at most " + limit + " bytes", length + " bytes"));
        }
    }
}
