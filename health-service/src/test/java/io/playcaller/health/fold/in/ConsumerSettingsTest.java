package io.playcaller.health.fold.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.config.HealthConfigTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerSettingsTest {

    @Test
    void aSlowDatabaseCostsNoPartition() {
        HealthConfig config = HealthConfigTest.of(Map.of("consumer.turn", "10s", "fold.store-timeout", "40s"));

        assertThat(ConsumerSettings.maxPollInterval(config)).isEqualTo(Duration.ofSeconds(10 + 12 * 40));
    }
}
