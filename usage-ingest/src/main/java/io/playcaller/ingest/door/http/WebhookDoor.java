package io.playcaller.ingest.door.http;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.context.app.CallersContext;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.webhook.Memory;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From a tool's call to its answer. Who is not believed is refused unread. What is believed is a batch, also when it is one
 * event: a refusal must not look like a failure, because tools send failures again, and stop calling after too many.
 */
@ApplicationScoped
class WebhookDoor {

    /** Bytes from which on a body is hashed and read on a worker thread. */
    private static final int LARGE = 512_000;

    private final HttpDoor door;
    private final Webhooks webhooks;
    private final WebhookSenders senders;
    private final WebhookTrust trust;
    private final RequestBodies bodies;
    private final IngestMetrics metrics;

    WebhookDoor(
            HttpDoor door,
            Webhooks webhooks,
            WebhookSenders senders,
            WebhookTrust trust,
            RequestBodies bodies,
            IngestMetrics metrics) {
        this.door = door;
        this.webhooks = webhooks;
        this.senders = senders;
        this.trust = trust;
        this.bodies = bodies;
        this.metrics = metrics;
    }

    Uni<Response> take(String name, HttpHeaders headers, byte[] sent) {
        Webhook webhook = webhooks.find(name).orElseThrow(() -> {
            metrics.refused(Refusal.WEBHOOK_UNKNOWN);
            return new ProblemException(Problem.notFound("webhook", name));
        });
        bodies.requireWithin(sent, webhook.bounds().bytes());
        // What is signed are the bytes as they came. Only what is believed is worth inflating.
        return worked(sent, () -> {
                    trust.requireProof(webhook, headers, sent);
                    return webhook;
                })
                .flatMap(believed -> taken(believed, headers, sent));
    }

    private Uni<Response> taken(Webhook webhook, HttpHeaders headers, byte[] sent) {
        DoorRequest request =
                DoorRequest.of(headers, bodies.read(sent, webhook.bounds().bytes()));
        Map<String, String> wanted = wanted(webhook, headers);
        Memory memory = trust.memory(webhook, request);
        ReadBody body = ReadBody.batch(
                filter -> webhook.reader().items(request.body(), wanted, memory, filter), Optional.empty());
        return senders.of(webhook)
                .call(holder -> trust.requireOwnRun(holder, request))
                .flatMap(holder ->
                        worked(sent, () -> door.take(holder, Delivery.doorOf(webhook.name()), request, body)))
                .flatMap(Function.identity());
    }

    /** Hashing and reading megabytes would hold up everybody whom this thread serves. */
    private static <T> Uni<T> worked(byte[] sent, Supplier<T> work) {
        return sent.length > LARGE
                ? CallersContext.afterWork(work::get)
                : Uni.createFrom().item(work);
    }

    private static Map<String, String> wanted(Webhook webhook, HttpHeaders headers) {
        Map<String, String> wanted = new HashMap<>();
        for (String header : webhook.reader().headers()) {
            Optional.ofNullable(headers.getHeaderString(header)).ifPresent(value -> wanted.put(header, value));
        }
        return wanted;
    }
}
