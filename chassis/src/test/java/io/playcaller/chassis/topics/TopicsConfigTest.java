package io.playcaller.chassis.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.config.MappedConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsConfigTest {

    private static final MappedConfig<TopicsConfig> CONFIG = MappedConfig.of(TopicsConfig.class);

    @Test
    void theDefaultsAreThoseOfProduction() {
        TopicsConfig config = CONFIG.read(Map.of());

        assertThat(config.create()).isFalse();
        assertThat(config.customerEventsPartitions()).isEqualTo(64);
        assertThat(config.partitions()).isEqualTo(8);
        assertThat(config.replication()).isEqualTo((short) 3);
        assertThat(config.retention()).isEmpty();
    }

    @Test
    void everyPropertyHasItsName() {
        TopicsConfig config = CONFIG.read(Map.of(
                "create", "true",
                "customer-events-partitions", "5",
                "partitions", "6",
                "replication", "1",
                "retention.customer-events", "P730D"));

        assertThat(config.create()).isTrue();
        assertThat(config.customerEventsPartitions()).isEqualTo(5);
        assertThat(config.partitions()).isEqualTo(6);
        assertThat(config.replication()).isEqualTo((short) 1);
        assertThat(config.retention()).containsEntry("customer-events", Duration.ofDays(730));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"customer-events-partitions,0", "partitions,-1", "replication,0", "retention.signals,0s"})
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.topics." + key);
    }

    @Test
    void aPrefixThatKafkaTakesStandsBeforeEachName() {
        assertThat(new TopicNames(Optional.of("acme-")).of(Topic.SIGNALS)).isEqualTo("acme-signals");
        assertThat(new TopicNames(Optional.empty()).of(Topic.SIGNALS)).isEqualTo("signals");
        assertThatThrownBy(() -> new TopicNames(Optional.of("acme/")))
                .hasMessageContaining("playcaller.topic-prefix")
                .hasMessageContaining("acme/");
    }
}
