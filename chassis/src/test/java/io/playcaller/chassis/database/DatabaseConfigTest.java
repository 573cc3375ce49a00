package io.playcaller.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseConfigTest {

    private static final MappedConfig<DatabaseConfig> CONFIG = MappedConfig.of(DatabaseConfig.class);

    @Test
    void theDefaultsAreThese() {
        DatabaseConfig config = CONFIG.read(Map.of());

        assertThat(config.silenceLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.readinessLimit()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void everyPropertyHasItsName() {
        DatabaseConfig config = CONFIG.read(Map.of("silence-limit", "7s", "readiness-limit", "300ms"));

        assertThat(config.silenceLimit()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.readinessLimit()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void nothingIsUnboundedAndWhatNothingWorksWithIsRefusedByName() {
        assertThat(CONFIG.unbounded()).isEmpty();
        assertThatThrownBy(() -> CONFIG.read(Map.of("readiness-limit", "0s")))
                .hasMessageContaining("playcaller.database.readiness-limit");
        assertThatThrownBy(() -> CONFIG.read(Map.of("silence-limit", "-1s")))
                .hasMessageContaining("playcaller.database.silence-limit");
    }
}
