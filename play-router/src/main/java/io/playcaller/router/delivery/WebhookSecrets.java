package io.playcaller.router.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secrets that sign messages: the one in force and, while receivers take it over, the one before. A receiver believes a message
 * that bears a signature by the secret it has, so that a secret is replaced while messages flow. Never shows its keys.
 */
public final class WebhookSecrets {

    private final List<WebhookSecret> secrets;

    private WebhookSecrets(List<WebhookSecret> secrets) {
        this.secrets = secrets;
    }

    public static WebhookSecrets of(WebhookSecret current, Optional<WebhookSecret> previous) {
        return new WebhookSecrets(
                Stream.concat(Stream.of(current), previous.stream()).toList());
    }

    /** The value of the header {@code webhook-signature}: a signature by each, a space between them. */
    public String sign(String messageId, Instant at, String body) {
        return secrets.stream().map(secret -> secret.sign(messageId, at, body)).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "WebhookSecrets[" + secrets.size() + "]";
    }
}
