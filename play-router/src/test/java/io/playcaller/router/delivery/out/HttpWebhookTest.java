package io.playcaller.router.delivery.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.testkit.config.MappedConfig;
import io.vertx.mutiny.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void aFormerSecretAloneSignsNothing() {
        assertThatThrownBy(() -> webhook(Map.of("webhook.previous-secret", SECRET)))
                .hasMessageContaining("playcaller.router.webhook.secret is missing");
        assertThatCode(() -> webhook(Map.of("webhook.secret", SECRET, "webhook.previous-secret", SECRET)))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecretThatIsNoneIsNamedByItsSettingAndNotShown() {
        assertThatThrownBy(() -> webhook(Map.of("webhook.secret", SECRET, "webhook.previous-secret", "hush")))
                .hasMessageStartingWith("playcaller.router.webhook.previous-secret: ")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hush"));
    }

    private void webhook(Map<String, String> settings) {
        new HttpWebhook(vertx, MappedConfig.of(PlayRouterConfig.class).read(settings));
    }
}
