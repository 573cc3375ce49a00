package io.playcaller.chassis.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Refuses a body that does not say how large it is ({@code Transfer-Encoding: chunked}) as soon as it turns out to be larger
 * than its {@link BodyBound}, with a problem document: Quarkus itself would cut the connection. No more than the limit and one
 * byte of it is held. What its resource reads as a stream is the resource's to bound.
 */
@Provider
@ApplicationScoped
public class StreamedBodyLimit implements ReaderInterceptor {

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
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null && !bound.streamed(context)) {
            int limit = Math.toIntExact(bound.bytes(context));
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
        EarlyAnswer.closes(context);
        return new ProblemException(problem);
    }
}
