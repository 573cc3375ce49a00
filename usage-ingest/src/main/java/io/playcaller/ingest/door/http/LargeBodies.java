package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.BodyBound;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.UnreadRequests;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

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

    /** After the bound of the single body, before Quarkus begins to read. */
    private static final int ORDER = 200;

    private final Webhooks webhooks;
    private final UnreadRequests unread;
    private final IngestConfig.Limits limits;
    private final AtomicLong inWork = new AtomicLong();

    LargeBodies(Webhooks webhooks, UnreadRequests unread, IngestConfig config) {
        this.webhooks = webhooks;
        this.unread = unread;
        this.limits = config.limits();
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
        if (length <= limits.batchBytes() || streamed(context)) {
            context.next();
        } else if (enter(length)) {
            leaveAtTheEnd(context, length);
            context.next();
        } else {
            unread.refuse(
                    context,
                    Problem.of(503, "body.no-room", "Unavailable", "too many large bodies are in work")
                            .retryAfter(RETRY_AFTER));
        }
    }

    private boolean enter(long length) {
        if (inWork.addAndGet(length) > limits.largeBodiesBytes()) {
            inWork.addAndGet(-length);
            return false;
        }
        return true;
    }

    private void leaveAtTheEnd(RoutingContext context, long length) {
        long timer = context.vertx().setTimer(AT_MOST.toMillis(), now -> {
            if (!context.request().isEnded()) {
                context.response().reset();
            }
        });
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(timer);
            inWork.addAndGet(-length);
        });
    }
}
