package io.playcaller.router.delivery.out;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.delivery.WebhookSecret;
import io.playcaller.router.delivery.WebhookSecrets;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import io.playcaller.router.delivery.out.GuardedHttp.Request;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends messages to the configured address, signed as Standard Webhooks says. They go in no order, so that one that the
 * receiver cannot take holds up no alarm: {@code rev} tells which is newer.
 */
@ApplicationScoped
public class HttpWebhook implements Connector {

    public static final String NAME = "webhook";

    private static final String SETTINGS = "playcaller.router.webhook.";

    private final PlayRouterConfig.Webhook config;
    private final GuardedHttp http;
    private final Optional<WebhookSecrets> secrets;

    HttpWebhook(Vertx vertx, PlayRouterConfig router) {
        this.config = router.webhook();
        this.http = new GuardedHttp(
                vertx, config.allow().orElse(List.of()), SETTINGS + "allow", config.concurrency(), config.timeout());
        this.secrets = secrets(config);
    }

    private static Optional<WebhookSecrets> secrets(PlayRouterConfig.Webhook config) {
        Optional<WebhookSecret> current = secret("secret", config.secret());
        Optional<WebhookSecret> previous = secret("previous-secret", config.previousSecret());
        if (current.isEmpty() && (config.url().isPresent() || previous.isPresent())) {
            throw new IllegalArgumentException(SETTINGS + "secret is missing: a webhook is signed or it is not sent");
        }
        return current.map(secret -> WebhookSecrets.of(secret, previous));
    }

    private static Optional<WebhookSecret> secret(String setting, Optional<String> text) {
        try {
            return text.map(WebhookSecret::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTINGS + setting + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> target() {
        return config.url().map(URI::toString);
    }

    @Override
    public boolean inOrder() {
        return false;
    }

    @Override
    public Pace pace() {
        return new Pace(config.concurrency(), config.perSecond(), config.perSecond());
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public List<Delivery> deliveries(TaskDecision.Changed change, Background background) {
        return TaskMessage.of(change, background).stream()
                .map(message -> Delivery.of(change.after(), NAME, TaskMessage.purpose(change), Columns.json(message)))
                .toList();
    }

    @Override
    public Uni<Receipt> send(Attempt attempt) {
        return config.url().isPresent() && secrets.isPresent()
                ? http.send(request(config.url().get(), attempt, secrets.get())).map(Answer::receipt)
                : Uni.createFrom().item(new Receipt.Failed("not configured"));
    }

    private static Request request(URI to, Attempt attempt, WebhookSecrets keys) {
        String id = attempt.delivery().deliveryId().toString();
        String body = attempt.delivery().body();
        return new Request(
                HttpMethod.POST,
                to,
                Map.of(
                        "content-type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(attempt.at().getEpochSecond()),
                        "webhook-signature",
                        keys.sign(id, attempt.at(), body)),
                body);
    }
}
