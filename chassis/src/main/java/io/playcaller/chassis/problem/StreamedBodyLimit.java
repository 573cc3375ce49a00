package io.playcaller.chassis.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that does not say how large it is ({@code Transfer-Encoding: chunked}) as soon as it turns out to be larger
 * than its {@link BodyBound}, with a problem document: Quarkus itself would cut the connection. No more than the limit and one
 * byte of it is held. What its resource reads as a stream is the resource's to bound.
 */
@Provider
@ApplicationScoped
public class StreamedBodyLimit implements ReaderInterceptor {

    /** The bound is asked each time that so many bytes more have come. */
    private static final int STEP = 65_536;

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
            body.setInputStream(new ByteArrayInputStream(read(body.getInputStream())));
        }
        return body.proceed();
    }

    private byte[] read(InputStream sent) throws IOException {
        int limit = Math.toIntExact(bound.bytes(context));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = sent.readNBytes(Math.min(STEP, limit + 1));
        while (part.length > 0) {
            read.write(part);
            if (read.size() > limit) {
                throw refused(Problem.tooLarge("at most " + limit + " bytes", "more than that"));
            }
            requireRoom(read.size());
            part = sent.readNBytes(Math.min(STEP, limit + 1 - read.size()));
        }
        return read.toByteArray();
    }

    private void requireRoom(int bytes) {
        try {
            bound.grown(context, bytes);
        } catch (ProblemException noRoom) {
            throw refused(noRoom.problem());
        }
    }

    private ProblemException refused(Problem problem) {
        refusals.fire(new RefusedUnread(problem));
        EarlyAnswer.closes(context);
        return new ProblemException(problem);
    }
}
