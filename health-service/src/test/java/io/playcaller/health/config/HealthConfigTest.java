package io.playcaller.health.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class HealthConfigTest {

    @Test
    void theDefaultsAreThese() {
        HealthConfig config = of(Map.of());

        assertThat(config.modelDir()).isEmpty();
        assertThat(config.consumer().enabled()).isTrue();
        assertThat(config.consumer().groupId()).isEqualTo("health-service");
        assertThat(config.consumer().groupInstanceId()).isEmpty();
        assertThat(config.consumer().maxPollRecords()).isEqualTo(1000);
        assertThat(config.consumer().sessionTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.consumer().positionsEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.consumer().backOffMin()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.consumer().backOffMax()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.fold().dedupWindow()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.fold().slice()).isEqualTo(500);
        assertThat(config.fold().cachedAccounts()).isEqualTo(10_000);
        assertThat(config.fold().storeTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyPropertyHasItsName() {
        HealthConfig config = of(Map.ofEntries(
                Map.entry("model-dir", "/etc/playcaller/health"),
                Map.entry("consumer.enabled", "false"),
                Map.entry("consumer.group-id", "g"),
                Map.entry("consumer.group-instance-id", "health-0"),
                Map.entry("consumer.max-poll-records", "7"),
                Map.entry("consumer.session-timeout", "20s"),
                Map.entry("consumer.positions-every", "3s"),
                Map.entry("consumer.back-off-min", "5ms"),
                Map.entry("consumer.back-off-max", "6s"),
                Map.entry("fold.dedup-window", "20m"),
                Map.entry("fold.slice", "8"),
                Map.entry("fold.cached-accounts", "9"),
                Map.entry("fold.store-timeout", "4s")));

        assertThat(config.modelDir()).contains(Path.of("/etc/playcaller/health"));
        assertThat(config.consumer().enabled()).isFalse();
        assertThat(config.consumer().groupId()).isEqualTo("g");
        assertThat(config.consumer().groupInstanceId()).contains("health-0");
        assertThat(config.consumer().maxPollRecords()).isEqualTo(7);
        assertThat(config.consumer().sessionTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.consumer().positionsEvery()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.consumer().backOffMin()).isEqualTo(Duration.ofMillis(5));
        assertThat(config.consumer().backOffMax()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.fold().dedupWindow()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.fold().slice()).isEqualTo(8);
        assertThat(config.fold().cachedAccounts()).isEqualTo(9);
        assertThat(config.fold().storeTimeout()).isEqualTo(Duration.ofSeconds(4));
    }

    /** The configuration from properties below {@code playcaller.health}. */
    public static HealthConfig of(Map<String, String> properties) {
        Map<String, String> full = new HashMap<>();
        properties.forEach((key, value) -> full.put("playcaller.health." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(HealthConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(full)
                .build()
                .getConfigMapping(HealthConfig.class);
    }
}
