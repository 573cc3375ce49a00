package io.playcaller.router.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayRouterConfigTest {

    private static final MappedConfig<PlayRouterConfig> CONFIG = MappedConfig.of(PlayRouterConfig.class);

    @Test
    void defaults() {
        PlayRouterConfig config = CONFIG.read(Map.of());

        assertThat(config.configDir()).isEmpty();
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.findingsEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.timers().batch()).isEqualTo(200);
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.webhook().secret()).isEmpty();
        assertThat(config.webhook().previousSecret()).isEmpty();
        assertThat(config.webhook().allow()).isEmpty();
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.webhook().concurrency()).isEqualTo(16);
        assertThat(config.webhook().perSecond()).isEqualTo(500);
        assertThat(config.brake().least()).isEqualTo(20);
        assertThat(config.brake().percent()).isEqualTo(5);
        assertThat(config.brake().total()).isEmpty();
        assertThat(config.digital().unsubscribeKeys()).isEmpty();
        assertThat(config.digital().publicUrl()).isEmpty();
        assertThat(config.digital().mail().from()).isEmpty();
        assertThat(config.digital().mail().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.digital().track().url()).isEmpty();
        assertThat(config.digital().track().writeKey()).isEmpty();
        assertThat(config.digital().track().allow()).isEmpty();
        assertThat(config.digital().track().timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.retention().keep()).isEqualTo(Duration.ofDays(760));
        assertThat(config.retention().every()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void everyKeyIsRead() {
        PlayRouterConfig config = CONFIG.read(Map.ofEntries(
                Map.entry("config-dir", "/etc/playcaller"),
                Map.entry("reload-every", "7s"),
                Map.entry("findings-every", "1m"),
                Map.entry("timers.poll", "20ms"),
                Map.entry("timers.batch", "5"),
                Map.entry("webhook.url", "https://tool.example/in"),
                Map.entry("webhook.secret", "whsec_x"),
                Map.entry("webhook.previous-secret", "whsec_w"),
                Map.entry("webhook.allow", "10.0.0.0/8,crm.internal"),
                Map.entry("webhook.timeout", "3s"),
                Map.entry("webhook.poll", "1s"),
                Map.entry("webhook.concurrency", "2"),
                Map.entry("brake.least", "50"),
                Map.entry("brake.percent", "10"),
                Map.entry("brake.total", "400")));
        PlayRouterConfig kept = CONFIG.read(Map.of(
                "retention.keep", "400d",
                "retention.every", "1d",
                "digital.unsubscribe-keys", "one,two",
                "digital.public-url", "https://success.example"));

        assertThat(config.configDir()).contains(Path.of("/etc/playcaller"));
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.findingsEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(20));
        assertThat(config.timers().batch()).isEqualTo(5);
        assertThat(config.webhook().url()).contains(URI.create("https://tool.example/in"));
        assertThat(config.webhook().secret()).contains("whsec_x");
        assertThat(config.webhook().previousSecret()).contains("whsec_w");
        assertThat(config.webhook().allow()).contains(List.of("10.0.0.0/8", "crm.internal"));
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.webhook().concurrency()).isEqualTo(2);
        assertThat(config.brake().least()).isEqualTo(50);
        assertThat(config.brake().percent()).isEqualTo(10);
        assertThat(config.brake().total()).contains(400);
        assertThat(kept.digital().unsubscribeKeys()).contains(List.of("one", "two"));
        assertThat(kept.digital().publicUrl()).contains(URI.create("https://success.example"));
        assertThat(kept.retention().keep()).isEqualTo(Duration.ofDays(400));
        assertThat(kept.retention().every()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void theToolsThatKeepTasksHaveTheirDefaults() {
        SalesforceConfig salesforce = CONFIG.read(Map.of()).salesforce();
        JiraConfig jira = CONFIG.read(Map.of()).jira();

        assertThat(salesforce.url()).isEmpty();
        assertThat(salesforce.apiVersion()).isEqualTo("61.0");
        assertThat(salesforce.keyField()).isEqualTo("Playcaller_Key__c");
        assertThat(salesforce.status().open()).isEqualTo("Not Started");
        assertThat(salesforce.status().dropped()).isEqualTo("Completed");
        assertThat(salesforce.perSecond()).isEqualTo(10);
        assertThat(jira.url()).isEmpty();
        assertThat(jira.issueType()).isEqualTo("Task");
        assertThat(jira.priority().critical()).isEqualTo("Highest");
        assertThat(jira.failedResolutions()).contains("Won't Do");
        assertThat(jira.perSecond()).isEqualTo(5);
        assertThat(CONFIG.read(Map.of()).reconciliation().every()).isEqualTo(Duration.ofHours(1));
        assertThat(CONFIG.read(Map.of()).reconciliation().reach()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(CONFIG.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reload-every,0s",
        "findings-every,0s",
        "findings-every,2h",
        "timers.poll,0s",
        "timers.batch,0",
        "webhook.timeout,-1s",
        "webhook.poll,0ms",
        "webhook.concurrency,0",
        "webhook.per-second,0",
        "brake.least,0",
        "brake.percent,101",
        "brake.total,0",
        "retention.keep,179d",
        "retention.every,0s",
        "salesforce.timeout,0s",
        "salesforce.key-field,Key__c OR 1=1",
        "salesforce.concurrency,0",
        "jira.per-second,0",
        "reconciliation.every,0s",
        "reconciliation.reach,0s"
    })
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> CONFIG.read(Map.of(key, value))).hasMessageContaining("playcaller.router." + key);
    }
}
