package io.playcaller.chassis.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** An answer that is given while the body of its request still comes. */
public final class EarlyAnswer {

    /** A connection that is cut while its client still sends takes the answer with it. */
    private static final Duration CLOSED_AFTER = Duration.ofSeconds(2);

    private EarlyAnswer() {}

    /** What still comes after the answer is dropped, and the connection closed a moment later. */
    public static void closes(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Vertx vertx = context.vertx();
        context.addEndHandler(answered -> dropAndClose(request, vertx));
    }

    private static void dropAndClose(HttpServerRequest request, Vertx vertx) {
        if (!request.isEnded()) {
            request.handler(dropped -> {});
            request.resume();
        }
        vertx.setTimer(CLOSED_AFTER.toMillis(), now -> request.connection().close());
    }
}
