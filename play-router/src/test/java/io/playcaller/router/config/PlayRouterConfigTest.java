package io.playcaller.router.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayRouterConfigTest {

    @Test
    void defaults() {
        PlayRouterConfig config = config(Map.of());

        assertThat(config.configDir()).isEmpty();
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.timers().batch()).isEqualTo(50);
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.webhook().secret()).isEmpty();
        assertThat(config.webhook().allow()).isEmpty();
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.webhook().concurrency()).isEqualTo(16);
    }

    @Test
    void everyKeyIsRead() {
        PlayRouterConfig config = config(Map.of(
                "playcaller.router.config-dir", "/etc/playcaller",
                "playcaller.router.reload-every", "7s",
                "playcaller.router.timers.poll", "20ms",
                "playcaller.router.timers.batch", "5",
                "playcaller.router.webhook.url", "https://tool.example/in",
                "playcaller.router.webhook.secret", "whsec_x",
                "playcaller.router.webhook.allow", "10.0.0.0/8,crm.internal",
                "playcaller.router.webhook.timeout", "3s",
                "playcaller.router.webhook.poll", "1s",
                "playcaller.router.webhook.concurrency", "2"));

        assertThat(config.configDir()).contains(Path.of("/etc/playcaller"));
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(20));
        assertThat(config.timers().batch()).isEqualTo(5);
        assertThat(config.webhook().url()).contains(URI.create("https://tool.example/in"));
        assertThat(config.webhook().secret()).contains("whsec_x");
        assertThat(config.webhook().allow()).contains(List.of("10.0.0.0/8", "crm.internal"));
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.webhook().concurrency()).isEqualTo(2);
    }

    private static PlayRouterConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(PlayRouterConfig.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 200, PlayRouterConfigTest::duration)
                .build()
                .getConfigMapping(PlayRouterConfig.class);
    }

    /** As Quarkus reads it: seconds and milliseconds with their letters. */
    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.replace("ms", "")))
                : Duration.parse("PT" + text);
    }
}
