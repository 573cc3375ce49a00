package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallbackSecretTest {

    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);

    private final CallbackSecret secret = CallbackSecret.of("It's a Secret to Everybody");

    /** The example that senders of this header publish. */
    @Test
    void itSignsAsSendersOfTheHeaderDo() {
        assertThat(secret.signed("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", BODY))
                .isTrue();
    }

    @Test
    void anotherBodyAnotherSchemeAndNoSignatureAreNotBelieved() {
        String signature = secret.sign(BODY);

        assertThat(secret.signed(signature, new byte[] {1})).isFalse();
        assertThat(secret.signed(signature.replace("sha256=", "sha1="), BODY)).isFalse();
        assertThat(secret.signed(null, BODY)).isFalse();
        assertThat(secret.signed("", BODY)).isFalse();
    }

    @Test
    void aShortSecretIsRefusedAndNeverShown() {
        assertThatThrownBy(() -> CallbackSecret.of("hunter2"))
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("hunter2");
        assertThat(secret).hasToString("CallbackSecret[…]");
    }
}
