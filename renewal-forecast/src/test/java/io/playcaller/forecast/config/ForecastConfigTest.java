package io.playcaller.forecast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastConfigTest {

    private static final MappedConfig<ForecastConfig> CONFIG = MappedConfig.of(ForecastConfig.class);

    @Test
    void theDefaultsAreThese() {
        ForecastConfig config = CONFIG.read(Map.of());

        assertThat(config.prior().renews()).isEqualTo(0.88);
        assertThat(config.prior().contracts()).isEqualTo(0.12);
        assertThat(config.prior().expands()).isEqualTo(0.15);
        assertThat(config.periodDeviation()).isEqualTo(0.25);
        assertThat(config.reactivationGapDays()).isEqualTo(30);
        assertThat(config.sweep()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.configDir()).isEmpty();
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retention().keep()).isEqualTo(Duration.ofDays(760));
        assertThat(config.retention().every()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void everyPropertyHasItsName() {
        ForecastConfig config = CONFIG.read(Map.of(
                "prior.renews", "0.7",
                "prior.contracts", "0.2",
                "prior.expands", "0.3",
                "period-deviation", "0.4",
                "reactivation-gap-days", "5",
                "sweep", "6s",
                "config-dir", "/etc/forecast",
                "reload-every", "7s",
                "retention.keep", "900d",
                "retention.every", "2h"));

        assertThat(config.prior().renews()).isEqualTo(0.7);
        assertThat(config.prior().contracts()).isEqualTo(0.2);
        assertThat(config.prior().expands()).isEqualTo(0.3);
        assertThat(config.periodDeviation()).isEqualTo(0.4);
        assertThat(config.reactivationGapDays()).isEqualTo(5);
        assertThat(config.sweep()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.configDir()).contains(Path.of("/etc/forecast"));
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.retention().keep()).isEqualTo(Duration.ofDays(900));
        assertThat(config.retention().every()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prior.renews,1",
        "prior.contracts,0",
        "prior.expands,-0.1",
        "period-deviation,3",
        "reactivation-gap-days,-1",
        "sweep,0s",
        "reload-every,0s",
        "retention.keep,730d",
        "retention.every,0s"
    })
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.forecast." + key);
    }

    @Test
    void aForecastNamesTheBaseRatesThatItIsMadeWith() {
        ForecastConfig shipped = CONFIG.read(Map.of());
        ForecastConfig own = CONFIG.read(Map.of("prior.renews", "0.8"));

        assertThat(new EngineBeans(shipped).prior().version()).isEqualTo("prior-2");
        assertThat(new EngineBeans(own).prior().version()).isEqualTo("prior-2/0.8/0.12/0.15");
    }
}
