package io.playcaller.ingest.door.http;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.in.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From a tool's call to its answer. Who is not believed is refused unread. What is believed is a batch, also when it is one
 * event: a refusal must not look like a failure, because tools send failures again, and stop calling after too many.
 */
@ApplicationScoped
class WebhookDoor {

    private static final int UNAUTHORIZED = 401;

    private final HttpDoor door;
    private final Webhooks webhooks;
    private final WebhookSenders senders;
    private final RequestBodies bodies;
    private final IngestMetrics metrics;
    private final BusinessClock clock;

    WebhookDoor(
            HttpDoor door,
            Webhooks webhooks,
            WebhookSenders senders,
            RequestBodies bodies,
            IngestMetrics metrics,
            BusinessClock clock) {
        this.door = door;
        this.webhooks = webhooks;
        this.senders = senders;
        this.bodies = bodies;
        this.metrics = metrics;
        this.clock = clock;
    }

    Uni<Response> take(String name, HttpHeaders headers, byte[] sent) {
        Webhook webhook = webhooks.find(name)
                .orElseThrow(() -> refused(Refusal.WEBHOOK_UNKNOWN, Problem.notFound("webhook", name)));
        // Its size first: what is too large is not worth a signature.
        DoorRequest request = DoorRequest.of(headers, bodies.read(sent));
        requireProof(webhook, headers, sent);
        Map<String, String> wanted = wanted(webhook, headers);
        ReadBody body = ReadBody.batch(
                filter -> webhook.reader().items(request.body(), wanted, filter), Optional.empty());
        return senders.of(webhook).flatMap(holder -> door.take(holder, Delivery.doorOf(name), request, body));
    }

    private void requireProof(Webhook webhook, HttpHeaders headers, byte[] sent) {
        Instant sendersNow = clock.instant().minus(clock.offset());
        webhook.proof().fault(headers::getHeaderString, sent, sendersNow).ifPresent(why -> {
            throw refused(why.code(), Problems.of(why).under(UNAUTHORIZED, "Unauthorized"));
        });
    }

    private ProblemException refused(String reason, Problem problem) {
        metrics.refused(reason);
        return new ProblemException(problem);
    }

    private static Map<String, String> wanted(Webhook webhook, HttpHeaders headers) {
        Map<String, String> wanted = new HashMap<>();
        for (String header : webhook.reader().headers()) {
            Optional.ofNullable(headers.getHeaderString(header)).ifPresent(value -> wanted.put(header, value));
        }
        return wanted;
    }
}
