package io.playcaller.ingest.door.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LetterItemsTest {

    private static final String USAGE = "io.playcaller.usage.recorded.v1";

    private final LetterItems items =
            new LetterItems(32_768, webhook -> Optional.empty(), source -> PropertyFilter.NONE);

    @Test
    void anItemOfABatchGetsBackWhatTheBatchSaid() {
        Draft draft = kept(letter(
                Place.HTTP,
                "application/json",
                "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"ann\",\"event\":\"Login\"}",
                Map.of(
                        "sentAt",
                        "2026-03-01T09:00:00Z",
                        "context",
                        "{\"groupId\":\"acme\"}",
                        "integrations",
                        "{\"All…")));

        assertThat(draft.id()).isEqualTo("m1");
        assertThat(draft.subject().accountId()).isEqualTo("acme");
        assertThat(draft.subject().people()).containsExactly(ExternalId.user("ann"));
        assertThat(draft.times().sentAt()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void aSingleCallIsWhatItsPathSaid() {
        Draft draft = kept(letter(
                Place.HTTP,
                "application/json",
                "{\"messageId\":\"m1\",\"userId\":\"ann\",\"groupId\":\"acme\"}",
                Map.of("type", "group")));

        assertThat(draft.statement()).isInstanceOf(Statement.OfAPerson.class);
    }

    @Test
    void anEventWithoutIdHasTheSameOneEachTime() {
        String event = "{\"type\":\"track\",\"userId\":\"ann\",\"event\":\"Login\",\"messageId\":\"\"}";
        DeadLetter letter = letter(Place.HTTP, "application/json", event, Map.of());
        DeadLetter waited = letter(Place.HTTP, "application/json", event, Map.of("playcaller-id", "given"));

        assertThat(kept(letter).id()).isEqualTo(kept(letter).id()).isNotBlank();
        assertThat(kept(waited).id()).isEqualTo("given");
    }

    @Test
    void aCloudEventKeepsItsMode() {
        String data = "{\"accountId\":\"acme\",\"event\":\"Login\"}";
        Map<String, String> attributes =
                Map.of("ce-specversion", "1.0", "ce-id", "\"e1\"", "ce-source", "web", "ce-type", USAGE);
        String structured = "{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"other\",\"type\":\"%s\",\"data\":%s}"
                .formatted(USAGE, data);

        assertThat(kept(letter(Place.HTTP, "application/json", data, attributes))
                        .id())
                .isEqualTo("e1");
        assertThat(kept(letter(Place.HTTP, "application/cloudevents+json", structured, Map.of()))
                        .id())
                .isEqualTo("other#e1");
        assertThat(kept(letter(
                                Place.KAFKA,
                                "application/json",
                                data,
                                Map.of(
                                        "topic", "usage-events",
                                        "ce_specversion", "1.0",
                                        "ce_id", "e1",
                                        "ce_source", "web",
                                        "ce_type", USAGE)))
                        .id())
                .isEqualTo("e1");
    }

    @Test
    void oneLetterIsOneEvent() {
        assertThat(code(letter(Place.HTTP, "application/json", "{\"batch\":[]}", Map.of())))
                .isEqualTo("json.unreadable");
        assertThat(code(letter(Place.HTTP, "application/json", "[]", Map.of()))).isEqualTo("json.unreadable");
        assertThat(code(letter(Place.HTTP, "application/json", "{", Map.of()))).isEqualTo("json.unreadable");
    }

    /** Of a source with rules nothing is kept that no reader has treated. */
    @Test
    void whatIsNoSingleEventIsWithheldUnderRules() {
        PropertyFilter rules = new PropertyFilter(
                List.of(new PropertyRule(PropertyPath.known("/userId"), Treatment.HASH)),
                Needs.NONE,
                Pseudonyms.under("a secret of this test"));
        LetterItems underRules = new LetterItems(
                32_768,
                webhook -> Optional.of(WebhookReader.ofDestination(32_768)).filter(any -> webhook.equals("hook")),
                source -> rules);
        String event = "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"ann\",\"event\":\"Login\"}";
        String two = "[" + event + "," + event + "]";

        assertThat(Stream.of(
                                letter(Place.HTTP, "application/json", "{\"batch\":" + two + "}", Map.of()),
                                letter(Place.HTTP, "application/json", two, Map.of("playcaller-webhook", "hook")),
                                letter(Place.HTTP, "application/json", event, Map.of("playcaller-webhook", "gone")))
                        .map(letter -> underRules.item(letter, "web")))
                .allSatisfy(item -> {
                    assertThat(item.draft()).isInstanceOf(Step.Refused.class);
                    assertThat(item.raw().payload().text())
                            .startsWith("withheld: ")
                            .doesNotContain("ann");
                });
    }

    @Test
    void aToolsBodyIsReadInItsOwnWordsAgain() {
        LetterItems ofTools = new LetterItems(
                32_768,
                webhook -> Optional.of(WebhookReader.ofDestination(32_768)).filter(any -> webhook.equals("hook")),
                source -> PropertyFilter.NONE);
        String event = "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"ann\",\"event\":\"Login\","
                + "\"sentAt\":\"2026-03-01T09:00:00Z\",\"timestamp\":\"2026-03-01T08:00:00Z\"}";
        DeadLetter letter = letter(Place.HTTP, "application/json", event, Map.of("playcaller-webhook", "hook"));
        DeadLetter ofNobody = letter(Place.HTTP, "application/json", event, Map.of("playcaller-webhook", "gone"));

        assertThat(((Step.Kept<Draft>) ofTools.item(letter, "web").draft())
                        .value()
                        .times()
                        .sentAt())
                .isNull();
        assertThat(code(ofNobody)).isEqualTo("webhook.unknown");
    }

    @Test
    void bytesThatAreNoTextComeBackAsTheyWere() {
        DeadLetter text = letter(Place.HTTP, "application/json", "{\"type\":\"track\"}", Map.of());
        String base64 = Base64.getEncoder().encodeToString("{\"type\":\"nonsense\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(code(text)).isEqualTo("field.missing");
        assertThat(code(binary(base64))).isEqualTo("type.unknown");
        assertThat(code(binary("no base64!"))).isEqualTo("json.unreadable");
    }

    private static DeadLetter letter(Place place, String contentType, String payload, Map<String, String> attributes) {
        return letter(place, contentType, payload, false, attributes);
    }

    private static DeadLetter binary(String base64) {
        return letter(Place.HTTP, "application/json", base64, true, Map.of());
    }

    private static DeadLetter letter(
            Place place, String contentType, String payload, boolean base64, Map<String, String> attributes) {
        return new DeadLetter(
                "l1",
                place,
                "web",
                "r",
                "d",
                null,
                null,
                null,
                Instant.EPOCH,
                contentType,
                payload,
                base64,
                attributes);
    }

    private Draft kept(DeadLetter letter) {
        return ((Step.Kept<Draft>) items.item(letter, "web").draft()).value();
    }

    private String code(DeadLetter letter) {
        Item item = items.item(letter, "web");
        return ((Step.Refused<Draft>) item.draft()).refusal().code();
    }
}
