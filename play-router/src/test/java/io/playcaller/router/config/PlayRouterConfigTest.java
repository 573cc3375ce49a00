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
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.timers().batch()).isEqualTo(50);
        assertThat(config.webhook().url()).isEmpty();
        assertThat(config.webhook().secret()).isEmpty();
        assertThat(config.webhook().allow()).isEmpty();
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.webhook().concurrency()).isEqualTo(16);
        assertThat(config.webhook().perSecond()).isEqualTo(500);
    }

    @Test
    void everyKeyIsRead() {
        PlayRouterConfig config = CONFIG.read(Map.of(
                "config-dir", "/etc/playcaller",
                "reload-every", "7s",
                "timers.poll", "20ms",
                "timers.batch", "5",
                "webhook.url", "https://tool.example/in",
                "webhook.secret", "whsec_x",
                "webhook.allow", "10.0.0.0/8,crm.internal",
                "webhook.timeout", "3s",
                "webhook.poll", "1s",
                "webhook.concurrency", "2"));

        assertThat(config.configDir()).contains(Path.of("/etc/playcaller"));
        assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.timers().poll()).isEqualTo(Duration.ofMillis(20));
        assertThat(config.timers().batch()).isEqualTo(5);
        assertThat(config.webhook().url()).contains(URI.create("https://tool.example/in"));
        assertThat(config.webhook().secret()).contains("whsec_x");
        assertThat(config.webhook().allow()).contains(List.of("10.0.0.0/8", "crm.internal"));
        assertThat(config.webhook().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.webhook().poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.webhook().concurrency()).isEqualTo(2);
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
        "timers.poll,0s",
        "timers.batch,0",
        "webhook.timeout,-1s",
        "webhook.poll,0ms",
        "webhook.concurrency,0",
        "webhook.per-second,0",
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
