package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.ingest.letter.PersonHash;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What {@code privacy.yaml} drops, masks or hashes stands nowhere behind the door, whichever door it was. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class PrivacyComponentTest {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.under("secret under which this installation hashes");
    private static final List<String> SECRET =
            List.of("marlowe", "Marlowe", "10.9.8.7", "+49 30 1234", "ad-4711", "whodunit");
    private static final List<String> TABLES = List.of(
            "person",
            "person_identity",
            "person_text",
            "held_event",
            "dead_letter",
            "letter_replay",
            "register_record");

    @Test
    void nothingOfItIsKeptAnywhereWhateverBecomesOfTheEvent() throws SQLException {
        segmentCallsOfEveryFate();
        cloudEventsOfEveryFate();
        recordsOfEveryFate();
        Tool.call(
                        "journal",
                        "{\"company\":\"acme\",\"author\":{\"id\":\"marlowe\",\"name\":\"Marlowe\"}}",
                        Map.of("X-Survey-Token", "secret of the surveys"))
                .statusCode(200)
                .body("refused[0].problem.field", equalTo("/entry"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(letters("discreet"))
                        .extracting(DeadLetter::reason)
                        .contains("json.unreadable", "field.invalid"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Tables.value(
                                "select count(*) from dead_letter where source in ('discreet', 'journal')"))
                        .isEqualTo(Integer.toString(
                                letters("discreet").size() + letters("journal").size())));
        assertNobodyKnows();
    }

    private void segmentCallsOfEveryFate() {
        String shared = "\"context\":{\"ip\":\"10.9.8.7\",\"device\":{\"advertisingId\":\"ad-4711\"}}";
        String identify = """
                {"type":"identify","messageId":"pv-1","userId":"marlowe",
                 "traits":{"name":"Marlowe","email":"marlowe@orbit.example","phone":"+49 30 1234"}}""";
        discreet("{%s,\"batch\":[%s]}"
                        .formatted(
                                shared,
                                String.join(
                                        ",",
                                        identify,
                                        track("pv-2", ""),
                                        track("pv-3", ",\"groupId\":\"acme\""),
                                        track("pv-4", ",\"timestamp\":\"yesterday\""))))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("held", equalTo(1))
                .body("refused", hasSize(1));
        discreet("{\"batch\":[" + track("pv-5", "") + ",").statusCode(400);
        discreet(batch("[\"marlowe\"]")).statusCode(200).body("refused[0].problem.actual", equalTo("withheld"));
    }

    private void cloudEventsOfEveryFate() {
        String ticket = "{\"accountId\":\"acme\",\"userId\":\"marlowe\",\"ticketId\":\"pv-T\",\"status\":\"open\","
                + "\"severity\":\"%s\",\"openedAt\":\"2026-03-01T09:00:00Z\","
                + "\"subject\":\"whodunit\",\"description\":\"whodunit\"}";
        cloudEvent("pv-6", ticket.formatted("sev2")).statusCode(200).body("accepted", equalTo(1));
        cloudEvent("pv-7", ticket.formatted("worst")).statusCode(400);
        binary("pv-8", ticket.formatted("sev2")).statusCode(200).body("accepted", equalTo(1));
        binary("pv-9", ticket.formatted("worst")).statusCode(400);
        binary("pv-10", "{ marlowe").statusCode(400);
    }

    private void recordsOfEveryFate() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.produce(record(track("pv-11", ",\"groupId\":\"acme\"")));
            topics.produce(record(track("pv-12", ",\"timestamp\":\"yesterday\"")));
            topics.produce(record("{ poison marlowe"));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("pv-11")).hasSize(1));
    }

    private static void assertNobodyKnows() throws SQLException {
        String topics =
                Door.text(Stream.of(Topic.CUSTOMER_EVENTS, Topic.ACCOUNT_REGISTER, Topic.PEOPLE, Topic.DEAD_LETTERS)
                        .flatMap(topic -> Door.all(topic).stream())
                        .toList());
        StringBuilder tables = new StringBuilder();
        for (String table : TABLES) {
            tables.append(Tables.value("select string_agg(t::text, ' ') from " + table + " t"));
        }
        assertThat(SECRET).allSatisfy(word -> {
            assertThat(topics).doesNotContain(word);
            assertThat(tables.toString()).doesNotContain(word);
        });
        assertThat(tables.toString())
                .contains(PSEUDONYMS.of("marlowe"))
                .contains(PSEUDONYMS.of("marlowe@orbit.example"));
    }

    @Test
    void aPersonIsTheSameByEveryDoorAndEveryReplay() throws SQLException {
        discreet(batch("""
                {"type":"group","messageId":"pv-20","userId":"sam","groupId":"acme"}""")).body("accepted", equalTo(1));
        discreet(batch("{\"type\":\"track\",\"messageId\":\"pv-21\",\"userId\":\"sam\",\"event\":\"Login\"}"));
        cloudEvent("pv-22", "io.playcaller.usage.recorded.v1", "{\"userId\":\"sam\",\"event\":\"Login\"}");
        discreet(batch("{\"type\":\"track\",\"messageId\":\"pv-23\",\"userId\":\"sam\"}"));
        String letter = Letters.kept("pv-23");
        Letters.replay(
                        letter,
                        "{\"payload\":\"{\\\"type\\\":\\\"track\\\",\\\"messageId\\\":\\\"pv-23\\\","
                                + "\\\"userId\\\":\\\"sam\\\",\\\"event\\\":\\\"Login\\\"}\"}")
                .statusCode(200)
                .body("letter.state", equalTo("accepted"));

        List<String> persons = Stream.of("pv-21", "pv-22", "pv-23")
                .flatMap(id -> facts(id).stream())
                .map(fact -> WireJson.read(fact.value(), UsageRecorded.class).personId())
                .toList();
        assertThat(persons).hasSize(3).containsOnly(persons.get(0));
        assertThat(Tables.value("select correction from letter_replay where letter_id = ?", letter))
                .contains(PSEUDONYMS.of("sam"))
                .doesNotContain("sam");
        assertThat(Tables.value("select persons::text from dead_letter where letter_id = ?", letter))
                .contains(PersonHash.of(PSEUDONYMS.of("sam")))
                .doesNotContain(PersonHash.of("sam"));
    }

    @Test
    void theAnswerSaysWhatWasDoneToEachEvent() {
        String event = "{\"type\":\"track\",\"messageId\":\"pv-30\",\"userId\":\"kim\",\"event\":\"Search\","
                + "\"context\":{\"groupId\":\"acme\",\"ip\":\"10.1.1.1\"},\"properties\":{\"search\":\"kim\"}}";

        Door.as("discreet-key")
                .body(event)
                .post("/v1/validate")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("accepted"))
                .body("items[0].treated.field", contains("/context/ip", "/properties/search", "/userId"))
                .body("items[0].treated.treatment", contains("dropped", "masked", "hashed"));
        Door.as("discreet-key")
                .body(batch(event))
                .post("/v1/batch?verbose=1")
                .then()
                .body("items[0].treated.treatment", contains("dropped", "masked", "hashed"));
        Door.as("web-key")
                .body(event.replace("pv-30", "pv-31"))
                .post("/v1/track?verbose=1")
                .then()
                .body("items[0].treated", nullValue());
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_properties_treated_total{environment=\"live\",source=\"discreet\","
                        + "treatment=\"hashed\"}");
    }

    private static String track(String id, String more) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"marlowe\",\"event\":\"Search\",\"properties\":{\"search\":\"Marlowe\"}%s}"
                .formatted(id, more);
    }

    private static ValidatableResponse discreet(String body) {
        return Door.as("discreet-key").body(body).post("/v1/batch").then();
    }

    private static ValidatableResponse cloudEvent(String id, String data) {
        return cloudEvent(id, "io.playcaller.support.ticket-changed.v1", data);
    }

    private static ValidatableResponse cloudEvent(String id, String type, String data) {
        return Door.as("discreet-key")
                .contentType("application/cloudevents+json")
                .body("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"discreet\",\"type\":\"%s\",\"data\":%s}"
                        .formatted(id, type, data))
                .post("/v1/events")
                .then();
    }

    private static ValidatableResponse binary(String id, String data) {
        return Door.as("discreet-key")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "discreet")
                .header("ce-subject", "marlowe")
                .header("ce-type", "io.playcaller.support.ticket-changed.v1")
                .body(data)
                .post("/v1/events")
                .then();
    }

    /** Its key and its headers know the person, too. */
    private static ProducerRecord<String, byte[]> record(String value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Door.topic(Topic.USAGE_EVENTS), "marlowe", value.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_source", "discreet", "x-user", "marlowe")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static List<DeadLetter> letters(String source) {
        return Door.all(Topic.DEAD_LETTERS).stream()
                .map(record -> WireJson.read(record.value(), DeadLetter.class))
                .filter(letter -> source.equals(letter.source()))
                .toList();
    }
}
