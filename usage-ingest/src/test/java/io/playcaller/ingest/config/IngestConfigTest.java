package io.playcaller.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.testkit.config.MappedConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    private static final MappedConfig<IngestConfig> CONFIG = MappedConfig.of(IngestConfig.class);

    @Test
    void theDefaultsAreThoseOfProduction() {
        IngestConfig config = CONFIG.read(Map.of());

        assertThat(config.tick()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.clockGrace()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.outageGrace()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.liveWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(config.futureTolerance()).isEqualTo(Duration.ofHours(24));
        assertThat(config.lifeWrite()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.trafficWrite()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.sourcesCachedFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.configDir()).isEmpty();
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
        assertThat(config.limits().batchEvents()).isEqualTo(2_500);
        assertThat(config.limits().requestBytes()).isEqualTo(4_194_304);
        assertThat(config.limits().largeBodiesBytes())
                .isEqualTo(33_554_432)
                .as("the largest body finds room")
                .isGreaterThan(Webhook.Bounds.LARGEST);
        assertThat(config.limits().bulkBytes()).isEqualTo(1_073_741_824);
        assertThat(config.limits().bulkAtOnce()).isEqualTo(2);
        assertThat(config.limits().bulkRefused()).isEqualTo(10_000);
        assertThat(config.limits().eventsInWork()).isEqualTo(20_000);
        assertThat(config.limits().eventsPerSecond()).isEqualTo(20_000);
        assertThat(config.limits().burst()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.limits().rateTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.cors().origins()).containsExactly("*");
        assertThat(config.people().cached()).isEqualTo(200_000);
        assertThat(config.people().cachedFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.log().deliveryTimeout())
                .isEqualTo(Duration.ofMillis(7_500))
                .as("what SDKs wait")
                .isLessThan(Duration.ofSeconds(8));
        assertThat(config.log().blockTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.holding().heldFor())
                .isEqualTo(Duration.ofHours(24))
                .as("retries are told by their claims")
                .isLessThanOrEqualTo(config.dedup().window());
        assertThat(config.holding().perSource()).isEqualTo(10_000);
        assertThat(config.holding().inAll()).isEqualTo(50_000);
        assertThat(config.holding().bytesPerSource()).isEqualTo(64L << 20);
        assertThat(config.holding().bytesInAll()).isEqualTo(256L << 20);
        assertThat(config.holding().sweep()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.catalogue().namesPerSource()).isEqualTo(1_000);
        assertThat(config.catalogue().write()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.catalogue().daysKeptFor()).isEqualTo(Duration.ofDays(90));
        assertThat(config.letters().keptFor()).isEqualTo(Duration.ofDays(14));
        assertThat(config.letters().perSource()).isEqualTo(20_000);
        assertThat(config.letters().sweep()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.letters().scanLimit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.people().textsKeptFor()).isEqualTo(Duration.ofDays(400));
        assertThat(config.bootstrap().sources()).isEmpty();
    }

    @Test
    void everyPropertyHasItsName() {
        IngestConfig config = CONFIG.read(Map.ofEntries(
                Map.entry("tick", "1s"),
                Map.entry("clock-grace", "2s"),
                Map.entry("outage-grace", "14m"),
                Map.entry("live-window", "3h"),
                Map.entry("future-tolerance", "4h"),
                Map.entry("life-write", "5s"),
                Map.entry("traffic-write", "30s"),
                Map.entry("sources-cached-for", "6s"),
                Map.entry("config-dir", "/etc/playcaller"),
                Map.entry("dedup.window", "7h"),
                Map.entry("dedup.backfill-window", "8d"),
                Map.entry("dedup.lock", "9s"),
                Map.entry("dedup.lock-wait", "10s"),
                Map.entry("dedup.owner-window", "11m"),
                Map.entry("dedup.when-unavailable", "refuse"),
                Map.entry("dedup.timeout", "12s"),
                Map.entry("dedup.backfill-patience", "13s"),
                Map.entry("limits.event-bytes", "1400"),
                Map.entry("limits.batch-bytes", "1500"),
                Map.entry("limits.batch-events", "1520"),
                Map.entry("limits.request-bytes", "1550"),
                Map.entry("limits.large-bodies-bytes", "30000000"),
                Map.entry("limits.bulk-bytes", "1510"),
                Map.entry("limits.bulk-at-once", "3"),
                Map.entry("limits.bulk-refused", "1530"),
                Map.entry("limits.events-in-work", "1600"),
                Map.entry("limits.events-per-second", "1700"),
                Map.entry("limits.burst", "21s"),
                Map.entry("limits.rate-timeout", "22ms"),
                Map.entry("cors.origins", "https://a.example,https://b.example"),
                Map.entry("people.cached", "17"),
                Map.entry("people.cached-for", "18s"),
                Map.entry("people.texts-kept-for", "21d"),
                Map.entry("holding.held-for", "26m"),
                Map.entry("holding.per-source", "27"),
                Map.entry("holding.in-all", "28"),
                Map.entry("holding.bytes-per-source", "2900"),
                Map.entry("holding.bytes-in-all", "3000"),
                Map.entry("holding.sweep", "29s"),
                Map.entry("catalogue.names-per-source", "30"),
                Map.entry("catalogue.write", "31s"),
                Map.entry("catalogue.days-kept-for", "32d"),
                Map.entry("letters.kept-for", "2d"),
                Map.entry("letters.per-source", "2300"),
                Map.entry("letters.sweep", "24s"),
                Map.entry("letters.scan-limit", "25s"),
                Map.entry("log.delivery-timeout", "19s"),
                Map.entry("log.block-timeout", "20s")));

        assertThat(config.tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.clockGrace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.outageGrace()).isEqualTo(Duration.ofMinutes(14));
        assertThat(config.liveWindow()).isEqualTo(Duration.ofHours(3));
        assertThat(config.futureTolerance()).isEqualTo(Duration.ofHours(4));
        assertThat(config.lifeWrite()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.trafficWrite()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.sourcesCachedFor()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.configDir()).contains(Path.of("/etc/playcaller"));
        assertThat(config.dedup().window()).isEqualTo(Duration.ofHours(7));
        assertThat(config.dedup().backfillWindow()).isEqualTo(Duration.ofDays(8));
        assertThat(config.dedup().lock()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.dedup().lockWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.dedup().ownerWindow()).isEqualTo(Duration.ofMinutes(11));
        assertThat(config.dedup().whenUnavailable()).isEqualTo(IngestConfig.WhenUnavailable.REFUSE);
        assertThat(config.dedup().timeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.dedup().backfillPatience()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.limits().eventBytes()).isEqualTo(1400);
        assertThat(config.limits().batchBytes()).isEqualTo(1500);
        assertThat(config.limits().batchEvents()).isEqualTo(1520);
        assertThat(config.limits().requestBytes()).isEqualTo(1550);
        assertThat(config.limits().largeBodiesBytes()).isEqualTo(30_000_000);
        assertThat(config.limits().bulkBytes()).isEqualTo(1510);
        assertThat(config.limits().bulkAtOnce()).isEqualTo(3);
        assertThat(config.limits().bulkRefused()).isEqualTo(1530);
        assertThat(config.limits().eventsInWork()).isEqualTo(1600);
        assertThat(config.limits().eventsPerSecond()).isEqualTo(1700);
        assertThat(config.limits().burst()).isEqualTo(Duration.ofSeconds(21));
        assertThat(config.limits().rateTimeout()).isEqualTo(Duration.ofMillis(22));
        assertThat(config.cors().origins()).containsExactlyInAnyOrder("https://a.example", "https://b.example");
        assertThat(config.people().cached()).isEqualTo(17);
        assertThat(config.people().cachedFor()).isEqualTo(Duration.ofSeconds(18));
        assertThat(config.people().textsKeptFor()).isEqualTo(Duration.ofDays(21));
        assertThat(config.holding().heldFor()).isEqualTo(Duration.ofMinutes(26));
        assertThat(config.holding().perSource()).isEqualTo(27);
        assertThat(config.holding().inAll()).isEqualTo(28);
        assertThat(config.holding().bytesPerSource()).isEqualTo(2900);
        assertThat(config.holding().bytesInAll()).isEqualTo(3000);
        assertThat(config.holding().sweep()).isEqualTo(Duration.ofSeconds(29));
        assertThat(config.catalogue().namesPerSource()).isEqualTo(30);
        assertThat(config.catalogue().write()).isEqualTo(Duration.ofSeconds(31));
        assertThat(config.catalogue().daysKeptFor()).isEqualTo(Duration.ofDays(32));
        assertThat(config.letters().keptFor()).isEqualTo(Duration.ofDays(2));
        assertThat(config.letters().perSource()).isEqualTo(2300);
        assertThat(config.letters().sweep()).isEqualTo(Duration.ofSeconds(24));
        assertThat(config.letters().scanLimit()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.log().deliveryTimeout()).isEqualTo(Duration.ofSeconds(19));
        assertThat(config.log().blockTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tick,-1s",
        "tick,2m",
        "outage-grace,-1s",
        "outage-grace,25h",
        "live-window,0s",
        "future-tolerance,-1s",
        "dedup.window,1m",
        "dedup.owner-window,15m",
        "limits.event-bytes,1",
        "limits.bulk-at-once,0",
        "people.cached,-1",
        "holding.held-for,1s",
        "holding.per-source,-1",
        "holding.bytes-per-source,-1",
        "holding.bytes-in-all,10737418241",
        "letters.kept-for,15d",
        "log.delivery-timeout,0s"
    })
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.ingest." + key);
    }

    @Test
    void aSourceOfTheConfigurationIsReadWhole() {
        String prefix = "bootstrap.sources.support-desk.";
        IngestConfig.BootstrapSource source = CONFIG.read(Map.of(
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
        assertThat(source.eventsPerSecond()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> CONFIG.read(Map.of("tik", "PT1S"))).hasMessageContaining("tik");
        assertThatThrownBy(() -> CONFIG.read(Map.of("bootstrap.sources.web.feeds", "usage")))
                .hasMessageContaining("sources.web.key");
    }
}
