package io.playcaller.ingest.door.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.Webhook.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that would show only when a body comes, or never, are said at start with file, line and key. */
class WebhookFaultsTest {

    @TempDir
    private Path directory;

    /** What is read stands in facts, letters and refusals. */
    @Test
    void nothingIsReadFromWhereASecretStands() throws IOException {
        assertThat(faults("""
                webhooks:
                  token:
                    kind: generic
                    feeds: [usage]
                    secrets: [A_SECRET]
                    proof: {by: header, header: X-Token}
                    facts:
                      - make: usage.recorded.v1
                        when: {header: x-token, is: [a]}
                        id: {header: X-TOKEN}
                        fields:
                          event: {header: X-Event}
                          feature: {header: Authorization}
                          accountId: {at: /a}
                  desk:
                    kind: zendesk
                    secrets: [A_SECRET]
                    proof: {by: bearer}
                    fields: {accountId: {header: authorization}}
                """))
                .containsExactlyInAnyOrder(
                        secret(9, "token.facts[0].when.header", "x-token"),
                        secret(10, "token.facts[0].id.header", "x-token"),
                        secret(13, "token.facts[0].fields.feature.header", "authorization"),
                        secret(19, "desk.fields.accountId.header", "authorization"));
    }

    @Test
    void noneJoinsASourceThatSomebodyElseSpeaksForInSilence() throws IOException {
        assertThat(faults("""
                webhooks:
                  web: {kind: rudderstack, secrets: [A_SECRET], proof: {by: bearer}}
                """))
                .containsExactly(at(
                        2,
                        "webhooks.web: is the name of a source that somebody else speaks for; give it another name;"
                                + " a destination that brings its events says `repeats: web`"));
        assertThat(read("""
                webhooks:
                  hook: {kind: rudderstack, repeats: web, secrets: [A_SECRET], proof: {by: bearer}}
                """).get("hook").source()).isEqualTo("web");
    }

    @Test
    void aTimeThatTheFileGivesIsOne() throws IOException {
        assertThat(faults("""
                webhooks:
                  survey:
                    kind: generic
                    feeds: [success]
                    secrets: [A_SECRET]
                    proof: {by: bearer}
                    facts:
                      - make: success.milestone-changed.v1
                        id: {at: /id}
                        time: {constant: yesterday}
                        fields:
                          milestone: {constant: trained}
                          dueAt: {constant: "2026-03-01", unit: s}
                          reachedAt: {at: /at, map: {now: today}, otherwise: "2026-03-01T09:00:00"}
                          accountId: {at: /a}
                """))
                .containsExactlyInAnyOrder(
                        time(10, "time.constant", "yesterday"),
                        at(
                                13,
                                "webhooks.survey.facts[0].fields.dueAt.constant: is `2026-03-01`;"
                                        + " write a whole number, as `unit` says"),
                        time(14, "fields.reachedAt.map.now", "today"),
                        time(14, "fields.reachedAt.otherwise", "2026-03-01T09:00:00"));
    }

    @Test
    void aTimeThatIsOneIsTaken() throws IOException {
        assertThat(read("""
                webhooks:
                  survey:
                    kind: generic
                    feeds: [success]
                    secrets: [A_SECRET]
                    proof: {by: bearer}
                    facts:
                      - make: success.milestone-changed.v1
                        id: {at: /id}
                        fields:
                          milestone: {constant: trained}
                          dueAt: {constant: "1772355600", unit: s}
                          reachedAt: {at: /at, otherwise: "2026-03-01T10:00:00+0100"}
                          accountId: {at: /a}
                """)).containsOnlyKeys("survey");
    }

    /** No single value can be a list of people: without userId nothing would ever be taken. */
    @Test
    void whatIsSaidOfAPersonNamesThePerson() throws IOException {
        assertThat(faults("""
                webhooks:
                  crm:
                    kind: generic
                    feeds: [register]
                    secrets: [A_SECRET]
                    proof: {by: bearer}
                    facts:
                      - make: register.contact-changed.v1
                        id: {at: /id}
                        fields:
                          role: {constant: sponsor}
                          accountId: {at: /a}
                """))
                .containsExactly(at(10, "webhooks.crm.facts[0].fields.userId: is missing; add `userId: …`"));
    }

    @Test
    void aBodyMayBeAsLargeAsItsToolSendsThem() throws IOException {
        Map<String, Webhook> webhooks = read("""
                webhooks:
                  jira: {kind: jira, secrets: [A_SECRET], fields: {accountId: {at: /a}}}
                  small: {kind: jira, secrets: [A_SECRET], max-bytes: 1000000, fields: {accountId: {at: /a}}}
                  desk: {kind: zendesk, secrets: [A_SECRET], fields: {accountId: {at: /a}}}
                  segment: {kind: segment, secrets: [A_SECRET]}
                """);

        assertThat(webhooks.get("jira").bounds()).isEqualTo(new Bounds(Bounds.LARGEST, Duration.ofHours(1)));
        assertThat(webhooks.get("small").bounds().bytes()).isEqualTo(1_000_000);
        assertThat(webhooks.get("desk").bounds().bytes()).isEqualTo(512_000);
        assertThat(webhooks.get("segment").bounds()).isEqualTo(new Bounds(512_000, Duration.ofHours(4)));
        assertThat(
                        faults(
                                "webhooks: {jira: {kind: jira, secrets: [A_SECRET], max-bytes: 30000000, fields: {userId: {at: /a}}}}"))
                .singleElement()
                .asString()
                .contains("webhooks.jira.max-bytes", "26214400");
        assertThat(faults("webhooks: {segment: {kind: segment, secrets: [A_SECRET], max-bytes: 600000}}"))
                .singleElement()
                .asString()
                .contains("webhooks.segment.max-bytes: is unknown");
    }

    private Map<String, Webhook> read(String file) throws IOException {
        Files.writeString(directory.resolve("webhooks.yaml"), file);
        return WebhookFiles.read(Optional.of(directory), Installation.withEverySecret());
    }

    private List<String> faults(String file) throws IOException {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(file));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Object::toString).toList();
    }

    private String secret(int line, String key, String header) {
        return at(
                line,
                "webhooks.%s: is `%s`, which carries a secret; read another header or the body:".formatted(key, header)
                        + " what is read would stand in letters and facts");
    }

    private String time(int line, String key, String text) {
        return at(
                line,
                "webhooks.survey.facts[0].%s: is `%s`; write a time with zone, such as 2026-03-01T09:00:00Z"
                        .formatted(key, text));
    }

    private String at(int line, String fault) {
        return directory.resolve("webhooks.yaml") + ":" + line + " " + fault;
    }
}
