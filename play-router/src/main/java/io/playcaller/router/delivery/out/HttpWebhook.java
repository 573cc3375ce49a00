package io.playcaller.router.delivery.out;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.TargetGuard;
import io.playcaller.router.delivery.WebhookSecret;
import io.playcaller.router.delivery.out.PgDeliveries.Attempt;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends messages to the configured address, signed. Redirects are not followed. */
@ApplicationScoped
public class HttpWebhook {

    private static final int SECURE_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final HttpClient client;
    private final Optional<URI> url;
    private final Optional<WebhookSecret> secret;
    private final TargetGuard guard;
    private final Duration timeout;

    HttpWebhook(Vertx vertx, PlayRouterConfig config) {
        PlayRouterConfig.Webhook webhook = config.webhook();
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(webhook.concurrency()));
        this.url = webhook.url();
        this.secret = webhook.secret().map(WebhookSecret::parse);
        this.guard = new TargetGuard(webhook.allow().orElse(List.of()));
        this.timeout = webhook.timeout();
        if (url.isPresent() && secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "playcaller.router.webhook.secret is missing: a webhook is signed or it is not sent");
        }
    }

    public boolean isConfigured() {
        return url.isPresent();
    }

    /** Makes one attempt; its answer never fails, it says what failed. */
    public Uni<Receipt> send(Attempt attempt) {
        if (url.isEmpty() || secret.isEmpty()) {
            return Uni.createFrom().item(new Receipt.Failed(Optional.empty(), "not configured", Optional.empty()));
        }
        URI to = url.get();
        WebhookSecret key = secret.get();
        return address(to)
                .chain(address -> client.request(request(to, address, attempt, key)))
                .chain(request -> request.send(Buffer.buffer(attempt.delivery().body())))
                .chain(HttpWebhook::receipt)
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new IllegalStateException("no answer within " + timeout.toMillis() + " ms"))
                .onFailure()
                .recoverWithItem(failure -> new Receipt.Failed(Optional.empty(), sentence(failure), Optional.empty()));
    }

    private static String sentence(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "the connection was lost");
    }

    private Uni<InetAddress> address(URI to) {
        return Uni.createFrom()
                .item(() -> resolve(to.getHost()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(addresses -> guard.reachable(to.getHost(), addresses)
                        .orElseThrow(() -> new IllegalStateException(to.getHost()
                                + " is not on the public net; playcaller.router.webhook.allow could allow it")));
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("there is no host " + host, e);
        }
    }

    private RequestOptions request(URI to, InetAddress address, Attempt attempt, WebhookSecret key) {
        String id = attempt.delivery().deliveryId().toString();
        boolean secure = "https".equals(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : secure ? SECURE_PORT : PLAIN_PORT;
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to.toString())
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(attempt.at().getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        key.sign(id, attempt.at(), attempt.delivery().body()));
    }

    private static Uni<Receipt> receipt(HttpClientResponse response) {
        Receipt receipt = Receipt.of(response.statusCode(), retryAfter(response.getHeader("retry-after")));
        return response.end().replaceWith(receipt);
    }

    private static Optional<Duration> retryAfter(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : Optional.empty();
    }
}
