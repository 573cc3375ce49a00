package io.playcaller.ingest.door.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.ingest.door.webhook.Read;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement.Milestone;
import io.playcaller.ingest.event.Statement.Survey;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/webhooks.yaml, read as an installation would read them. */
class WebhookExamplesTest {

    private static final String NPS = """
            {"event_id":"01HX","event_type":"form_response","form_response":{"form_id":"lT4Z3j","token":"a3a1",
             "submitted_at":"2026-03-01T09:00:00Z","hidden":{"account":"acme","user":"ann"},
             "answers":[{"type":"number","number":9,"field":{"id":"a","type":"opinion_scale"}},
              {"type":"text","text":"The exports.","field":{"id":"b","type":"long_text"}}]}}""";

    private static Map<String, Webhook> examples = Map.of();

    @BeforeAll
    static void read(@TempDir Path directory) throws IOException {
        Files.copy(Path.of("../docs/webhooks.yaml"), directory.resolve("webhooks.yaml"));
        examples = WebhookFiles.read(Optional.of(directory), Installation.withEverySecret());
    }

    @Test
    void eachIsWhole() {
        assertThat(examples).containsOnlyKeys("desk", "desk-csat", "jira", "segment", "rudderstack", "nps", "academy");
        assertThat(examples.get("segment").source()).isEqualTo("web");
        assertThat(examples.get("segment").own()).isNull();
        assertThat(examples.get("rudderstack").source()).isEqualTo("rudderstack");
        assertThat(examples.get("nps").own()).isNotNull();
        assertThat(examples.get("nps").own().feeds()).containsExactly(Feed.FEEDBACK);
        assertThat(examples.get("desk").own().feeds()).containsExactly(Feed.SUPPORT);
    }

    @Test
    void anNpsIsAnAnsweredSurvey() {
        Draft draft = kept("nps", NPS);

        assertThat(draft.id()).isEqualTo("01HX");
        assertThat(draft.times().happenedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(draft.subject().accountId()).isEqualTo("acme");
        assertThat(draft.subject().people()).containsExactly(ExternalId.user("ann"));
        assertThat(draft.statement()).isEqualTo(new Survey(SurveyKind.NPS, 9, null));
        assertThat(draft.text()).isNotNull();
        assertThat(draft.text().comment()).isEqualTo("The exports.");
    }

    @Test
    void aScoreThatIsNoneIsRefusedWhereItStands() {
        Refusal refusal = refused("nps", NPS.replace("\"number\":9", "\"number\":11"));
        Refusal absent = refused("nps", NPS.replace("\"number\":9", "\"text\":\"?\""));

        assertThat(refusal.code()).isEqualTo(Refusal.FIELD_INVALID);
        assertThat(refusal.faults().get(0).field()).isEqualTo("/form_response/answers/0/number");
        assertThat(refusal.faults().get(0).actual()).isEqualTo("11");
        assertThat(absent.code()).isEqualTo(Refusal.FIELD_MISSING);
        assertThat(refused("nps", "{\"event_type\":\"form_response_partial\"}").code())
                .isEqualTo(Refusal.LEFT_OUT);
    }

    @Test
    void aSatisfactionInWordsIsAScore() {
        String body = """
                {"id":"35436-1","at":"2026-03-01T10:00:00+01:00","rating":"%s","comment":"","organization":"acme",
                 "requester":"ann"}""";

        assertThat(kept("desk-csat", body.formatted("Good, I'm satisfied")).statement())
                .isEqualTo(new Survey(SurveyKind.CSAT, 5, null));
        assertThat(kept("desk-csat", body.formatted("Bad")).statement())
                .isEqualTo(new Survey(SurveyKind.CSAT, 1, null));
        assertThat(refused("desk-csat", body.formatted("Offered")).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("/rating");
                    assertThat(fault.actual()).isEqualTo("'Offered'");
                });
    }

    @Test
    void anIdInAHeaderAndATimeInSecondsAreRead() {
        String body =
                "{\"event\":\"course.completed\",\"course\":\"%s\",\"completed\":1772355600,\"company\":{\"id\":7}}";
        Draft draft = Read.kept(academy(body.formatted("101"), Map.of("x-delivery-id", "d-1")));
        Instant completed = Instant.ofEpochSecond(1_772_355_600);

        assertThat(draft.id()).isEqualTo("d-1");
        assertThat(draft.times().happenedAt()).isEqualTo(completed);
        assertThat(draft.subject().accountId()).isEqualTo("7");
        assertThat(draft.statement()).isEqualTo(new Milestone("admin-trained", null, completed, null, null));
        assertThat(Read.kept(academy(body.formatted("999"), Map.of("x-delivery-id", "d-2")))
                        .statement())
                .isEqualTo(new Milestone("trained", null, completed, null, null));
        assertThat(Read.refused(academy(body.formatted("101"), Map.of())).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("x-delivery-id"));
    }

    @Test
    void aReaderSaysWhichHeadersItWants() {
        assertThat(examples.get("academy").reader().headers()).containsExactly("x-delivery-id");
        assertThat(examples.get("nps").reader().headers()).isEmpty();
    }

    private static Item academy(String body, Map<String, String> headers) {
        return Read.one(examples.get("academy").reader(), body, headers);
    }

    private static Draft kept(String webhook, String body) {
        return Read.kept(examples.get(webhook).reader(), body);
    }

    private static Refusal refused(String webhook, String body) {
        return Read.refused(examples.get(webhook).reader(), body);
    }
}
