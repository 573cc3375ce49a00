package io.playcaller.forecast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {

    private static final MappedConfig<ModelConfig> CONFIG = MappedConfig.of(ModelConfig.class);

    @Test
    void theDefaultsAreThese() {
        ModelConfig config = CONFIG.read(Map.of());

        assertThat(config.refitEvery()).isEqualTo(Duration.ofDays(7));
        assertThat(config.look()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.promote()).isTrue();
        assertThat(config.mostLooks()).isEqualTo(50_000);
        assertThat(config.least().toLearn()).isEqualTo(100);
        assertThat(config.least().toCalibrate()).isEqualTo(30);
        assertThat(config.least().toJudge()).isEqualTo(30);
    }

    @Test
    void everyPropertyHasItsName() {
        ModelConfig config = CONFIG.read(Map.of(
                "refit-every", "1d",
                "look", "2s",
                "promote", "false",
                "most-looks", "2000",
                "least.to-learn", "11",
                "least.to-calibrate", "12",
                "least.to-judge", "13"));

        assertThat(config.refitEvery()).isEqualTo(Duration.ofDays(1));
        assertThat(config.look()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.promote()).isFalse();
        assertThat(config.mostLooks()).isEqualTo(2_000);
        assertThat(config.least().toLearn()).isEqualTo(11);
        assertThat(config.least().toCalibrate()).isEqualTo(12);
        assertThat(config.least().toJudge()).isEqualTo(13);
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "refit-every,0s",
        "look,0s",
        "most-looks,10",
        "least.to-learn,1",
        "least.to-calibrate,0",
        "least.to-judge,9"
    })
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value)))
                .hasMessageContaining("playcaller.forecast.model." + key);
    }
}
