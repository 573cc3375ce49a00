package io.playcaller.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.fact.Feed;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    @Test
    void theDefaultsAreThoseOfProduction() {
        IngestConfig config = config(Map.of());

        assertThat(config.tick()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.clockGrace()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.liveWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(config.futureTolerance()).isEqualTo(Duration.ofHours(24));
        assertThat(config.dedup().window()).isEqualTo(Duration.ofHours(24));
        assertThat(config.dedup().backfillWindow()).isEqualTo(Duration.ofDays(32));
        assertThat(config.dedup().lock()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.dedup().lockWait()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.dedup().ownerWindow()).isEqualTo(Duration.ofMinutes(13));
        assertThat(config.dedup().whenUnavailable()).isEqualTo(IngestConfig.WhenUnavailable.ACCEPT);
        assertThat(config.dedup().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.dedup().backfillPatience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.limits().eventBytes()).isEqualTo(32_768);
        assertThat(config.limits().batchBytes()).isEqualTo(512_000);
        assertThat(config.limits().eventsInWork()).isEqualTo(20_000);
        assertThat(config.cors().origins()).containsExactly("*");
        assertThat(config.log().deliveryTimeout()).isLessThan(Duration.ofSeconds(8));
        assertThat(config.bootstrap().sources()).isEmpty();
    }

    @Test
    void aSourceOfTheConfigurationIsReadWhole() {
        String prefix = "playcaller.ingest.bootstrap.sources.support-desk.";
        IngestConfig.BootstrapSource source = config(Map.of(
                        prefix + "key",
                        "k",
                        prefix + "feeds",
                        "support,feedback",
                        prefix + "scopes",
                        "events,register"))
                .bootstrap()
                .sources()
                .get("support-desk");

        assertThat(source).isNotNull();
        assertThat(source.writeKey()).isEqualTo("k");
        assertThat(source.feeds()).containsExactlyInAnyOrder(Feed.SUPPORT, Feed.FEEDBACK);
        assertThat(source.scopes()).containsExactlyInAnyOrder("events", "register");
        assertThat(source.quietAfter()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whatNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> config(Map.of("playcaller.ingest.tik", "PT1S")))
                .hasMessageContaining("tik");
        assertThatThrownBy(() -> config(Map.of("playcaller.ingest.bootstrap.sources.web.feeds", "usage")))
                .hasMessageContaining("sources.web.key");
    }

    private static IngestConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
