package io.playcaller.outbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxConfigTest {

    private static final MappedConfig<OutboxConfig> CONFIG = MappedConfig.of(OutboxConfig.class);

    @Test
    void theDefaultsAreThese() {
        OutboxConfig config = CONFIG.read(Map.of());

        assertThat(config.mode()).isEqualTo(OutboxConfig.Mode.LEASE);
        assertThat(config.service()).as("the application's name").isEqualTo("a-service");
        assertThat(config.shards()).isEqualTo(16);
        assertThat(config.batch()).isEqualTo(500);
        assertThat(config.senders()).isEqualTo(4);
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.leaseTtl()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void everyPropertyHasItsName() {
        OutboxConfig config = CONFIG.read(Map.of(
                "mode", "off",
                "service", "s",
                "shards", "2",
                "batch", "3",
                "senders", "5",
                "poll", "7ms",
                "lease-ttl", "9s"));

        assertThat(config.mode()).isEqualTo(OutboxConfig.Mode.OFF);
        assertThat(config.service()).isEqualTo("s");
        assertThat(config.shards()).isEqualTo(2);
        assertThat(config.batch()).isEqualTo(3);
        assertThat(config.senders()).isEqualTo(5);
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(7));
        assertThat(config.leaseTtl()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shards,0", "batch,0", "senders,-1", "poll,0s", "lease-ttl,-1s", "service,' '"})
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.outbox." + key);
    }
}
