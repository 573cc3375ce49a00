package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.BodyBound;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.problem.UnreadRequests;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * How large the body of a request may be: a webhook that is large says so in its file and in {@code Content-Length}, a bulk
 * upload is streamed. Large ones that are held whole have a bound together, too, through whichever door, because nobody knows
 * yet whether their sender will be believed; beyond it who sends is told to come again.
 */
@ApplicationScoped
class LargeBodies implements BodyBound {

    /** A body that takes longer would keep the room from others. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String WEBHOOKS = "/v1/webhooks/";
    private static final String BULK = "/v1/bulk/";

    /** Where the request of a body without a stated size has it. */
    private static final String GROWING = GrowingBody.class.getName();

    /** After the bound of the single body, before Quarkus begins to read. */
    private static final int ORDER = 200;

    private final Webhooks webhooks;
    private final UnreadRequests unread;
    private final IngestConfig.Limits limits;
    private final BodyRoom room;

    LargeBodies(Webhooks webhooks, UnreadRequests unread, IngestConfig config) {
        this.webhooks = webhooks;
        this.unread = unread;
        this.limits = config.limits();
        this.room = new BodyRoom(limits.largeBodiesBytes());
    }

    @Override
    public long bytes(RoutingContext request) {
        if (streamed(request)) {
            return limits.bulkBytes();
        }
        return request.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null
                ? limits.requestBytes()
                : ofWebhook(request.normalizedPath()).orElse(limits.requestBytes());
    }

    @Override
    public boolean streamed(RoutingContext request) {
        return request.normalizedPath().startsWith(BULK);
    }

    private Optional<Integer> ofWebhook(String path) {
        return path.startsWith(WEBHOOKS)
                ? webhooks.find(path.substring(WEBHOOKS.length()))
                        .map(webhook -> webhook.bounds().bytes())
                : Optional.empty();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, ORDER);
    }

    private void filter(RoutingContext context) {
        long length = UnreadRequests.statedLength(context.request());
        if (length > limits.batchBytes() && !streamed(context)) {
            admit(context, length);
            return;
        }
        if (mayGrow(context.request())) {
            GrowingBody body = new GrowingBody(room);
            context.put(GROWING, body);
            context.addEndHandler(ended -> body.end());
        }
        context.next();
    }

    private void admit(RoutingContext context, long length) {
        if (room.enter(length)) {
            context.addEndHandler(ended -> room.leave(length));
            endInTime(context);
            context.next();
        } else {
            unread.refuse(context, noRoom());
        }
    }

    private static boolean mayGrow(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && !request.method().equals(HttpMethod.GET)
                && !request.method().equals(HttpMethod.HEAD);
    }

    @Override
    public void grown(RoutingContext request, long bytes) {
        GrowingBody body = request.get(GROWING);
        if (body == null || bytes <= limits.batchBytes()) {
            return;
        }
        if (body.isSmall()) {
            endInTime(request);
        }
        if (!body.growTo(bytes)) {
            throw new ProblemException(noRoom());
        }
    }

    private static Problem noRoom() {
        return Problem.of(503, "body.no-room", "Unavailable", "too many large bodies are in work")
                .retryAfter(RETRY_AFTER);
    }

    private static void endInTime(RoutingContext context) {
        long timer = context.vertx().setTimer(AT_MOST.toMillis(), now -> {
            if (!context.request().isEnded()) {
                context.response().reset();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }
}
