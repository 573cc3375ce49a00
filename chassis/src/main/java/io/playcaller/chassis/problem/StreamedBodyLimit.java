package io.playcaller.chassis.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * Refuses a body that does not say how large it is ({@code Transfer-Encoding: chunked}) as soon as it turns out to be larger
 * than its {@link BodyBound}, with a problem document: Quarkus itself would cut the connection. No more than the limit and one
 * byte of it is held.
 */
@Provider
@ApplicationScoped
public class StreamedBodyLimit implements ReaderInterceptor {

    /** A connection that is cut while its client still sends takes the answer with it. */
    private static final Duration CLOSED_AFTER = Duration.ofSeconds(2);

    private final BodyBound bound;
    private final RoutingContext context;
    private final Event<RefusedUnread> refusals;

    StreamedBodyLimit(BodyBound bound, RoutingContext context, Event<RefusedUnread> refusals) {
        this.bound = bound;
        this.context = context;
        this.refusals = refusals;
    }

    /** Of a body with a length {@link BodyLimit} has judged. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            int limit = Math.toIntExact(bound.bytes(context.request()));
            byte[] bytes = body.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw refused(limit);
            }
            body.setInputStream(new ByteArrayInputStream(bytes));
        }
        return body.proceed();
    }

    private ProblemException refused(int limit) {
        Problem problem = Problem.tooLarge("at most " + limit + " bytes", "more than that");
        refusals.fire(new RefusedUnread(problem));
        HttpServerRequest request = context.request();
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Vertx vertx = context.vertx();
        context.addEndHandler(answered -> dropAndClose(request, vertx));
        return new ProblemException(problem);
    }

    private static void dropAndClose(HttpServerRequest request, Vertx vertx) {
        if (!request.isEnded()) {
            request.handler(dropped -> {});
            request.resume();
        }
        vertx.setTimer(CLOSED_AFTER.toMillis(), now -> request.connection().close());
    }
}
