package io.playcaller.router.digital.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.digital.WayOut;
import io.playcaller.testkit.config.MappedConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredWayOutTest {

    private static final String KEYS = "digital.unsubscribe-keys";
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";
    private static final String FROM = "digital.mail.from";
    private static final String URL = "digital.public-url";

    @Test
    void whoWritesToNobodyNeedsNone() {
        assertThat(read(Map.of()).isClosed()).isTrue();
    }

    @Test
    void whoWritesMailsLetsTheirReadersRefuse() {
        Map<String, String> settings = Map.of(FROM, "success@work.example", KEYS, KEY, URL, "https://success.example");

        assertThat(read(settings).isClosed()).isFalse();
    }

    @Test
    void withoutItsKeysOrAddressTheServiceDoesNotStartAndSaysAllThatIsMissing() {
        assertThatThrownBy(() -> read(Map.of(FROM, "success@work.example")))
                .hasMessageContaining("playcaller.router.digital.unsubscribe-keys")
                .hasMessageContaining("playcaller.router.digital.public-url")
                .hasMessageContaining("or take playcaller.router.digital.mail.from away");
        assertThatThrownBy(() -> read(Map.of("digital.track.url", "https://tool.example/v1/track", KEYS, KEY)))
                .hasMessageContaining("missing: playcaller.router.digital.public-url;")
                .hasMessageContaining("or take playcaller.router.digital.track.url away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "no Base64"})
    void aKeyThatIsNoneIsRefusedByTheNameOfItsSettingWithTheFixAndIsNotShown(String key) {
        assertThatThrownBy(() -> read(Map.of(KEYS, KEY + "," + key)))
                .hasMessageContaining("playcaller.router.digital.unsubscribe-keys is not at least 24 bytes in Base64")
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(key);
    }

    private static WayOut read(Map<String, String> settings) {
        return new ConfiguredWayOut(MappedConfig.of(PlayRouterConfig.class).read(settings)).get();
    }
}
