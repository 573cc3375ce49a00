package io.playcaller.router.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.testkit.config.MappedConfig;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people are told: Slack, mail, and how often. */
class PeopleConfigTest {

    private static final MappedConfig<SlackConfig> SLACK = MappedConfig.of(SlackConfig.class);
    private static final MappedConfig<MailConfig> MAIL = MappedConfig.of(MailConfig.class);
    private static final MappedConfig<AttentionConfig> ATTENTION = MappedConfig.of(AttentionConfig.class);

    @Test
    void nothingIsToldUntilItIsConfigured() {
        SlackConfig slack = SLACK.read(Map.of());
        assertThat(slack.token()).isEmpty();
        assertThat(slack.signingSecret()).isEmpty();
        assertThat(slack.api()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(slack.channels()).isEmpty();
        assertThat(slack.allow()).isEmpty();
        assertThat(slack.timeout()).isEqualTo(Duration.ofSeconds(30));

        MailConfig mail = MAIL.read(Map.of());
        assertThat(mail.from()).isEmpty();
        assertThat(mail.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(mail.bounceSecret()).isEmpty();
        assertThat(mail.links().base()).isEmpty();
        assertThat(mail.links().key()).isEmpty();
        assertThat(mail.links().previousKey()).isEmpty();
    }

    @Test
    void peopleAreInterruptedThreeTimesADayAndReadTheRestAtHalfPastEight() {
        AttentionConfig attention = ATTENTION.read(Map.of());

        assertThat(attention.interruptions()).isEqualTo(3);
        assertThat(attention.digestAt()).isEqualTo(LocalTime.of(8, 30));
        assertThat(attention.quietFrom()).isEqualTo(LocalTime.of(18, 0));
        assertThat(attention.quietUntil()).isEqualTo(LocalTime.of(8, 0));
        assertThat(attention.poll()).isEqualTo(Duration.ofMillis(250));
        assertThat(attention.digestPoll()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void everyKeyIsRead() {
        SlackConfig slack = SLACK.read(Map.of(
                "token", "xoxb-1",
                "signing-secret", "s",
                "api", "http://localhost:9/api/",
                "channels.csm", "C1",
                "allow", "127.0.0.0/8",
                "timeout", "2s"));
        assertThat(slack.token()).contains("xoxb-1");
        assertThat(slack.signingSecret()).contains("s");
        assertThat(slack.api()).isEqualTo(URI.create("http://localhost:9/api/"));
        assertThat(slack.channels()).isEqualTo(Map.of("csm", "C1"));
        assertThat(slack.allow()).contains(List.of("127.0.0.0/8"));
        assertThat(slack.timeout()).isEqualTo(Duration.ofSeconds(2));

        MailConfig mail = MAIL.read(Map.of(
                "from", "tasks@example.com",
                "timeout", "3s",
                "bounce-secret", "c",
                "links.base", "https://work.example",
                "links.key", "a",
                "links.previous-key", "b"));
        assertThat(mail.from()).contains("tasks@example.com");
        assertThat(mail.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(mail.bounceSecret()).contains("c");
        assertThat(mail.links().base()).contains(URI.create("https://work.example"));
        assertThat(mail.links().key()).contains("a");
        assertThat(mail.links().previousKey()).contains("b");

        AttentionConfig attention = ATTENTION.read(Map.of(
                "interruptions", "5",
                "digest-at", "09:15",
                "quiet-from", "20:00",
                "quiet-until", "07:00",
                "poll", "1s",
                "digest-poll", "1m"));
        assertThat(attention.interruptions()).isEqualTo(5);
        assertThat(attention.digestAt()).isEqualTo(LocalTime.of(9, 15));
        assertThat(attention.quietFrom()).isEqualTo(LocalTime.of(20, 0));
        assertThat(attention.quietUntil()).isEqualTo(LocalTime.of(7, 0));
        assertThat(attention.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(attention.digestPoll()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingIsUnbounded() {
        assertThat(SLACK.unbounded()).isEmpty();
        assertThat(MAIL.unbounded()).isEmpty();
        assertThat(ATTENTION.unbounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"interruptions,-1", "poll,0s", "digest-poll,2h"})
    void whatNothingWorksWithIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> ATTENTION.read(Map.of(key, value)))
                .hasMessageContaining("playcaller.router.attention." + key);
    }
}
