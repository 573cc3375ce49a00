package io.playcaller.ingest.door.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.proof.Signature;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme;
import io.playcaller.ingest.door.webhook.proof.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookFilesTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "GOOD_SECRET", "sixteen or more characters",
            "LINE_SECRET", "sixteen or more characters\n",
            "SHORT_SECRET", "short",
            "EMPTY", "");

    @TempDir
    private Path directory;

    @Test
    void noneShips() {
        assertThat(WebhookFiles.read(Optional.empty(), Installation.with(Map.of())))
                .isEmpty();
    }

    @Test
    void aKindThatSignsNeedsNothingButItsSecret() throws IOException {
        Webhook desk = read("""
                webhooks:
                  desk:
                    kind: zendesk
                    secrets: [GOOD_SECRET]
                    fields: {accountId: {at: /detail/organization_id}}
                """).get("desk");

        assertThat(desk.proof()).isInstanceOfSatisfying(Signature.class, signature -> {
            assertThat(signature.scheme()).isEqualTo(SignatureScheme.ZENDESK);
            assertThat(signature.window()).isEqualTo(Duration.ofMinutes(5));
        });
        assertThat(desk.own()).isNotNull();
        assertThat(desk.own().quietAfter()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void aDestinationMayBringATokenInsteadOfASignature() throws IOException {
        Webhook events = read("""
                webhooks:
                  events:
                    kind: segment
                    secrets: [GOOD_SECRET, GOOD_SECRET]
                    proof: {by: basic, user: segment}
                    quiet-after: 6h
                """).get("events");

        assertThat(events.proof())
                .isInstanceOfSatisfying(
                        Token.class, token -> assertThat(token.accepted()).hasSize(2));
        assertThat(events.own().quietAfter()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aSecretIsNamedAndThere() throws IOException {
        assertThat(faults("""
                webhooks:
                  a: {kind: segment, secrets: [NOT_THERE]}
                  b: {kind: segment, secrets: [EMPTY]}
                  c: {kind: segment, secrets: [SHORT_SECRET]}
                  d: {kind: segment, secrets: []}
                  e: {kind: segment}
                  f: {kind: segment, secrets: [GOOD_SECRET], proof: {by: standard}}
                  g: {kind: segment, secrets: [LINE_SECRET]}
                """))
                .containsExactly(
                        at(
                                2,
                                "webhooks.a.secrets: there is no setting or environment variable NOT_THERE;"
                                        + " put the secret that the tool has too into NOT_THERE"),
                        at(
                                3,
                                "webhooks.b.secrets: there is no setting or environment variable EMPTY;"
                                        + " put the secret that the tool has too into EMPTY"),
                        at(
                                4,
                                "webhooks.c.secrets: SHORT_SECRET has fewer than 16 characters;"
                                        + " put the secret that the tool has too into SHORT_SECRET"),
                        at(5, "webhooks.d.secrets: names none; name a setting that holds one"),
                        at(6, "webhooks.e.secrets: is missing; add `secrets: …`"),
                        at(
                                7,
                                "webhooks.f.secrets: has one that is no secret of Standard Webhooks;"
                                        + " it begins with whsec_, and 16 bytes or more in Base64 follow"),
                        at(
                                8,
                                "webhooks.g.secrets: LINE_SECRET begins or ends with a blank or a line break;"
                                        + " put the secret that the tool has too into LINE_SECRET"));
    }

    @Test
    void noFaultShowsASecret() throws IOException {
        assertThat(String.join("\n", faults("webhooks: {c: {kind: segment, secrets: [SHORT_SECRET]}}")))
                .doesNotContain("short");
        assertThat(String.join("\n", faults("webhooks: {c: {kind: segment, secrets: [5f2e-the-secret-itself]}}")))
                .contains("there is no setting or environment variable of the name that stands there")
                .doesNotContain("5f2e");
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsLineAndKey() throws IOException {
        assertThat(faults("""
                webhooks:
                  Desk:
                    kind: zendesk
                    secrets: [GOOD_SECRET]
                    replay-window: 2h
                    fields: {severty: {at: /detail/priority}, userId: {at: detail}}
                  rudder:
                    kind: rudderstack
                    secrets: [GOOD_SECRET]
                  other:
                    kind: zendsk
                  jira:
                    kind: jira
                    secrets: [GOOD_SECRET]
                    repeats: web
                    replay-window: 5m
                    fields: {}
                """))
                .containsExactly(
                        at(2, "webhooks.Desk: is no name of a source; write lower-case letters, digits, . _ and -"),
                        at(5, "webhooks.Desk.replay-window: is PT2H; write more than nothing and at most 1h"),
                        at(6, "webhooks.Desk.fields.userId.at: is no JSON pointer: detail; write it as /detail/id"),
                        at(6, "webhooks.Desk.fields.severty: is unknown; did you mean `severity`?"),
                        at(7, "webhooks.rudder.proof: is missing; add `proof: …`"),
                        at(
                                11,
                                "webhooks.other.kind: must be one of generic, jira, rudderstack, segment, zendesk,"
                                        + " is `zendsk`; did you mean `zendesk`?"),
                        at(
                                15,
                                "webhooks.jira.repeats: is unknown; known here: feeds, fields, kind, max-bytes, proof,"
                                        + " quiet-after, secrets"),
                        at(
                                16,
                                "webhooks.jira.replay-window: is unknown; known here: feeds, fields, kind, max-bytes,"
                                        + " proof, quiet-after, secrets"),
                        at(
                                17,
                                "webhooks.jira.fields.accountId: is missing;"
                                        + " say where the account stands, or the person by userId"));
    }

    @Test
    void aMappingGivesAFactWhatItNeedsInItsOwnWords() throws IOException {
        assertThat(faults("""
                webhooks:
                  survey:
                    kind: generic
                    secrets: [GOOD_SECRET]
                    proof: {by: bearer}
                    facts:
                      - make: feedback.survey-answered.v1
                        id: {at: /id, header: X-Id}
                        fields:
                          survey: {constant: smiley}
                          comment: {at: /comment, unit: s}
                      - make: support.ticket-changed.v1
                        time: {at: /at, unit: minutes}
                        fields:
                          accountId: {at: /a}
                          ticketId: {at: /b}
                          openedAt: {at: /c}
                          status: {at: /d, map: {New: opened}}
                          severity: {constant: sev3}
                """))
                .containsExactlyInAnyOrder(
                        at(8, "webhooks.survey.facts[0].id.header: stands beside at; keep one of at, header"),
                        at(
                                10,
                                "webhooks.survey.facts[0].fields.survey.constant: must be one of csat, nps, is `smiley`"),
                        at(
                                11,
                                "webhooks.survey.facts[0].fields.comment.unit: is unknown; known here: at, constant,"
                                        + " header, map, otherwise, prefix"),
                        at(9, "webhooks.survey.facts[0].fields.score: is missing; add `score: …`"),
                        at(
                                9,
                                "webhooks.survey.facts[0].fields.accountId: is missing;"
                                        + " say where the account stands, or the person by userId"),
                        at(12, "webhooks.survey.facts[1].id: is missing; add `id: …`"),
                        at(13, "webhooks.survey.facts[1].time.unit: must be one of ms, s, is `minutes`"),
                        at(
                                18,
                                "webhooks.survey.facts[1].fields.status.map.New: must be one of open, pending, reopened,"
                                        + " solved, is `opened`; did you mean `open`?"),
                        at(2, "webhooks.survey.feeds: is missing; add `feeds: …`"));
    }

    @Test
    void whatNoBodyCouldMendIsSaidAtStart() throws IOException {
        assertThat(faults("""
                webhooks:
                  survey:
                    kind: generic
                    feeds: []
                    secrets: [GOOD_SECRET]
                    proof: {by: bearer}
                    facts:
                      - make: feedback.survey-answered.v1
                        id: {at: /id}
                        fields:
                          survey: {constant: csat}
                          accountId: {at: /account}
                          score:
                            at: /rating
                            map: {Good: "5", Bad: one}
                          comment: {at: /comment, map: {}}
                """))
                .containsExactlyInAnyOrder(
                        at(4, "webhooks.survey.feeds: names none; say what it delivers, such as feedback"),
                        at(15, "webhooks.survey.facts[0].fields.score.map.Bad: is `one`; write a whole number"),
                        at(
                                16,
                                "webhooks.survey.facts[0].fields.comment.map: has no word;"
                                        + " say what at least one word means, or leave it away"));
    }

    private Map<String, Webhook> read(String file) throws IOException {
        Files.writeString(directory.resolve("webhooks.yaml"), file);
        return WebhookFiles.read(Optional.of(directory), Installation.with(SETTINGS));
    }

    private List<String> faults(String file) throws IOException {
        Files.writeString(directory.resolve("webhooks.yaml"), file);
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(file));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Object::toString).toList();
    }

    private String at(int line, String fault) {
        return directory.resolve("webhooks.yaml") + ":" + line + " " + fault;
    }
}
