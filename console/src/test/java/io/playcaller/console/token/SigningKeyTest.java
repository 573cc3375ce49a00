package io.playcaller.console.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void aKeySurvivesItsFileWithTheSameId() {
        SigningKey key = SigningKey.generated();

        SigningKey read = SigningKey.ofPem(key.pem());

        assertThat(read.kid()).isEqualTo(key.kid()).hasSize(43);
        assertThat(read.modulus()).isEqualTo(key.modulus());
        assertThat(read.exponent()).isEqualTo("AQAB");
        assertThat(key.toString()).doesNotContain(key.modulus());
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofPem("-----BEGIN PRIVATE KEY-----\nAAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofPem("not base64 %%"));
    }
}
