package io.playcaller.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleConfigTest {

    private static final MappedConfig<ConsoleConfig> CONFIG = MappedConfig.of(ConsoleConfig.class);

    @Test
    void theDefaultsAreThese() {
        ConsoleConfig config = CONFIG.read(Map.of());

        assertThat(config.bootstrap().email()).isEmpty();
        assertThat(config.bootstrap().password()).isEmpty();
        assertThat(config.services().ingest()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(config.services().health()).isEqualTo(URI.create("http://localhost:8082"));
        assertThat(config.services().router()).isEqualTo(URI.create("http://localhost:8083"));
        assertThat(config.services().forecast()).isEqualTo(URI.create("http://localhost:8084"));
        assertThat(config.signingKey()).isEmpty();
        assertThat(config.tokenTtl()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.sessionTtl()).isEqualTo(Duration.ofHours(12));
        assertThat(config.origins()).isEmpty();
        assertThat(config.login().window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.login().perUserAndAddress()).isEqualTo(5);
        assertThat(config.login().perUser()).isEqualTo(50);
        assertThat(config.login().perAddress()).isEqualTo(30);
    }

    @Test
    void everyPropertyHasItsName() {
        ConsoleConfig config = CONFIG.read(Map.ofEntries(
                Map.entry("bootstrap.email", "a@b.example"),
                Map.entry("bootstrap.password", "p"),
                Map.entry("services.ingest", "http://i:1"),
                Map.entry("services.health", "http://h:2"),
                Map.entry("services.router", "http://r:3"),
                Map.entry("services.forecast", "http://f:4"),
                Map.entry("signing-key", "/etc/key.pem"),
                Map.entry("token-ttl", "1m"),
                Map.entry("session-ttl", "2h"),
                Map.entry("origins", "https://cs.example.com,https://cs.example.org"),
                Map.entry("login.window", "3m"),
                Map.entry("login.per-user-and-address", "4"),
                Map.entry("login.per-user", "5"),
                Map.entry("login.per-address", "6")));

        assertThat(config.bootstrap().email()).contains("a@b.example");
        assertThat(config.bootstrap().password()).contains("p");
        assertThat(config.services().ingest()).isEqualTo(URI.create("http://i:1"));
        assertThat(config.services().health()).isEqualTo(URI.create("http://h:2"));
        assertThat(config.services().router()).isEqualTo(URI.create("http://r:3"));
        assertThat(config.services().forecast()).isEqualTo(URI.create("http://f:4"));
        assertThat(config.signingKey()).contains(Path.of("/etc/key.pem"));
        assertThat(config.tokenTtl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.sessionTtl()).isEqualTo(Duration.ofHours(2));
        assertThat(config.origins()).contains(Set.of("https://cs.example.com", "https://cs.example.org"));
        assertThat(config.login().window()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.login().perUserAndAddress()).isEqualTo(4);
        assertThat(config.login().perUser()).isEqualTo(5);
        assertThat(config.login().perAddress()).isEqualTo(6);
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"token-ttl,0s", "session-ttl,-1h", "login.window,0s", "login.per-user,0"})
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.console." + key);
    }
}
