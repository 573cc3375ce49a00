package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

    private static final WebhookSecret CURRENT = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret PREVIOUS = WebhookSecret.parse("whsec_wMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS");
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void whileASecretIsReplacedAReceiverFindsASignatureByEitherOfTheTwo() {
        WebhookSecrets both = WebhookSecrets.of(CURRENT, Optional.of(PREVIOUS));

        assertThat(both.sign("msg_1", AT, "{}").split(" "))
                .containsExactly(CURRENT.sign("msg_1", AT, "{}"), PREVIOUS.sign("msg_1", AT, "{}"));
    }

    @Test
    void withoutAFormerSecretThereIsOneSignature() {
        assertThat(WebhookSecrets.of(CURRENT, Optional.empty()).sign("msg_1", AT, "{}"))
                .isEqualTo(CURRENT.sign("msg_1", AT, "{}"));
    }

    @Test
    void theyNeverShowTheirKeys() {
        assertThat(WebhookSecrets.of(CURRENT, Optional.of(PREVIOUS))).hasToString("WebhookSecrets[2]");
    }
}
