package io.playcaller.forecast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerConfigTest {

    private static final MappedConfig<ForecastConfig> CONFIG = MappedConfig.of(ForecastConfig.class);

    @Test
    void theDefaultsAreThese() {
        ForecastConfig config = CONFIG.read(Map.of());

        assertThat(config.upliftCounts()).isTrue();
        assertThat(config.reportingCurrency()).isEqualTo("EUR");
        assertThat(config.rateMaxAgeDays()).isEqualTo(31);
        assertThat(config.closeAfterDays()).isEqualTo(15);
    }

    @Test
    void everyPropertyHasItsName() {
        ForecastConfig config = CONFIG.read(Map.of(
                "uplift-counts", "false",
                "reporting-currency", "USD",
                "rate-max-age-days", "7",
                "close-after-days", "3"));

        assertThat(config.upliftCounts()).isFalse();
        assertThat(config.reportingCurrency()).isEqualTo("USD");
        assertThat(config.rateMaxAgeDays()).isEqualTo(7);
        assertThat(config.closeAfterDays()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"reporting-currency,euro", "rate-max-age-days,0", "close-after-days,-1"})
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.forecast." + key);
    }
}
