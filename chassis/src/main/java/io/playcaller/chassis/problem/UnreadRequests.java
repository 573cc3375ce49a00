package io.playcaller.chassis.problem;

import io.playcaller.contracts.WireJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Refuses requests whose body nobody has read, with a problem document, and says so by {@link RefusedUnread}. */
@ApplicationScoped
public class UnreadRequests {

    private final Event<RefusedUnread> refusals;

    public UnreadRequests(Event<RefusedUnread> refusals) {
        this.refusals = refusals;
    }

    /** What its {@code Content-Length} says; 0 when there is none. Netty has refused one that is no number. */
    public static long statedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Answers instead of everybody who comes after. */
    public void refuse(RoutingContext context, Problem problem) {
        refusals.fire(new RefusedUnread(problem));
        HttpServerResponse response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.retryAfter() != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter()));
        }
        response.end(Buffer.buffer(WireJson.write(problem)));
        // What still comes is dropped: a client whose connection is cut in mid-body would not see the answer.
        context.request().resume();
    }
}
