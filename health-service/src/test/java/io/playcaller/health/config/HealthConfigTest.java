package io.playcaller.health.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class HealthConfigTest {

    private static final MappedConfig<HealthConfig> CONFIG = MappedConfig.of(HealthConfig.class);

    @Test
    void theDefaultsAreThese() {
        HealthConfig config = of(Map.of());

        assertThat(config.modelDir()).isEmpty();
        assertThat(config.model().activateFiles()).isTrue();
        assertThat(config.consumer().enabled()).isTrue();
        assertThat(config.consumer().groupId()).isEqualTo("health-service");
        assertThat(config.consumer().groupInstanceId()).isEmpty();
        assertThat(config.consumer().maxPollRecords()).isEqualTo(1000);
        assertThat(config.consumer().sessionTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.consumer().turn()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.consumer().positionsEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.consumer().backOffMin()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.consumer().backOffMax()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.history().wholeFor()).isEqualTo(Duration.ofDays(30));
        assertThat(config.history().keptFor()).isEqualTo(Duration.ofDays(765));
        assertThat(config.history().sweep()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.history().slice()).isEqualTo(200);
        assertThat(config.peers().look()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.fold().dedupWindow()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.fold().slice()).isEqualTo(500);
        assertThat(config.fold().cacheShare()).isEqualTo(40);
        assertThat(config.fold().storeTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.fold().storesAtOnce()).isEqualTo(8);
        assertThat(config.rebuild().schema()).isEqualTo("health_rebuild");
        assertThat(config.rebuild().cacheShare()).isEqualTo(10);
        assertThat(config.rebuild().stepTimeout()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyPropertyHasItsName() {
        HealthConfig config = of(Map.ofEntries(
                Map.entry("model-dir", "/etc/playcaller/health"),
                Map.entry("model.activate-files", "false"),
                Map.entry("consumer.enabled", "false"),
                Map.entry("consumer.group-id", "g"),
                Map.entry("consumer.group-instance-id", "health-0"),
                Map.entry("consumer.max-poll-records", "7"),
                Map.entry("consumer.session-timeout", "20s"),
                Map.entry("consumer.turn", "7s"),
                Map.entry("consumer.positions-every", "3s"),
                Map.entry("consumer.back-off-min", "5ms"),
                Map.entry("consumer.back-off-max", "6s"),
                Map.entry("history.whole-for", "2d"),
                Map.entry("history.kept-for", "10d"),
                Map.entry("history.sweep", "11s"),
                Map.entry("history.slice", "12"),
                Map.entry("peers.look", "13s"),
                Map.entry("fold.dedup-window", "20m"),
                Map.entry("fold.slice", "8"),
                Map.entry("fold.cache-share", "9"),
                Map.entry("fold.store-timeout", "4s"),
                Map.entry("fold.stores-at-once", "2"),
                Map.entry("rebuild.schema", "anew_rebuild"),
                Map.entry("rebuild.cache-share", "3"),
                Map.entry("rebuild.step-timeout", "2m")));

        assertThat(config.modelDir()).contains(Path.of("/etc/playcaller/health"));
        assertThat(config.model().activateFiles()).isFalse();
        assertThat(config.consumer().enabled()).isFalse();
        assertThat(config.consumer().groupId()).isEqualTo("g");
        assertThat(config.consumer().groupInstanceId()).contains("health-0");
        assertThat(config.consumer().maxPollRecords()).isEqualTo(7);
        assertThat(config.consumer().sessionTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.consumer().turn()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.consumer().positionsEvery()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.consumer().backOffMin()).isEqualTo(Duration.ofMillis(5));
        assertThat(config.consumer().backOffMax()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.history().wholeFor()).isEqualTo(Duration.ofDays(2));
        assertThat(config.history().keptFor()).isEqualTo(Duration.ofDays(10));
        assertThat(config.history().sweep()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.history().slice()).isEqualTo(12);
        assertThat(config.peers().look()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.fold().dedupWindow()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.fold().slice()).isEqualTo(8);
        assertThat(config.fold().cacheShare()).isEqualTo(9);
        assertThat(config.fold().storeTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.fold().storesAtOnce()).isEqualTo(2);
        assertThat(config.rebuild().schema()).isEqualTo("anew_rebuild");
        assertThat(config.rebuild().cacheShare()).isEqualTo(3);
        assertThat(config.rebuild().stepTimeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "history.whole-for,0s",
        "history.kept-for,1h",
        "history.sweep,0s",
        "history.slice,0",
        "consumer.group-id,' '",
        "consumer.max-poll-records,0",
        "consumer.session-timeout,1s",
        "consumer.turn,0s",
        "consumer.turn,61s",
        "consumer.back-off-min,0s",
        "peers.look,0s",
        "fold.dedup-window,-1m",
        "fold.slice,0",
        "fold.stores-at-once,0",
        "fold.stores-at-once,13",
        "fold.cache-share,-1",
        "fold.cache-share,81",
        "rebuild.schema,router",
        "rebuild.cache-share,41",
        "rebuild.step-timeout,0s"
    })
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> of(Map.of(key, value))).hasMessageContaining("playcaller.health." + key);
    }

    /** The configuration from properties below {@code playcaller.health}. */
    public static HealthConfig of(Map<String, String> properties) {
        return CONFIG.read(properties);
    }
}
