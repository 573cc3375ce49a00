package io.playcaller.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class PeerSettingsTest {

    @Test
    void itRunsExactlyOnceAndCommitsAsItIsTold() {
        StreamsConfig config = new StreamsConfig(
                PeerSettings.of("127.0.0.1:9092", "/data", "peer-", "250").streams());

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(250);
        assertThat(config.getString(StreamsConfig.STATE_DIR_CONFIG)).isEqualTo("/data/states");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> PeerSettings.of("127.0.0.1:9092"))
                .hasMessage("expected BROKER DIRECTORY PREFIX COMMIT-MILLISECONDS");
    }
}
