package io.playcaller.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that does not say how large it is ({@code Transfer-Encoding: chunked}) as soon as it turns out to be larger
 * than {@code quarkus.http.limits.max-body-size}, with a problem document: Quarkus itself would cut the connection. No more
 * than the limit and one byte of it is held.
 */
@Provider
@ApplicationScoped
public class StreamedBodyLimit implements ReaderInterceptor {

    /** A connection that is cut while its client still sends takes the answer with it. */
    private static final Duration CLOSED_AFTER = Duration.ofSeconds(2);

    private final int limit;
    private final RoutingContext context;
    private final Event<RefusedUnread> refusals;

    StreamedBodyLimit(
            @ConfigProperty(name = BodyLimit.SETTING, defaultValue = BodyLimit.DEFAULT) MemorySize limit,
            RoutingContext context,
            Event<RefusedUnread> refusals) {
        this.limit = Math.toIntExact(limit.asLongValue());
        this.context = context;
        this.refusals = refusals;
    }

    /** Of a body with a length {@link BodyLimit} has judged. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            byte[] bytes = body.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw refused();
            }
            body.setInputStream(new ByteArrayInputStream(bytes));
        }
        return body.proceed();
    }

    private ProblemException refused() {
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
