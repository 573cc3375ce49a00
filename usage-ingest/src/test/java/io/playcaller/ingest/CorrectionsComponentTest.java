package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.person.app.TextSweep;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What was told is taken back: by its source through the doors, by our people of any source. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class CorrectionsComponentTest {

    private static final String SURVEY = "io.playcaller.feedback.survey-answered.v1";
    private static final String USAGE = "io.playcaller.usage.recorded.v1";
    private static final String RETRACTED = "io.playcaller.correction.fact-retracted.v1";
    private static final String WITHDRAWN = "io.playcaller.correction.usage-withdrawn.v1";

    @Inject
    TextSweep sweep;

    @Test
    void aSourceTakesItsAnswerBackWithWhatWasWrittenWithIt() throws IOException {
        send("support-key", survey("cor-1", "cor-ada", "Wombat")).body("accepted", equalTo(1));
        String key = texts("cor-1").body("items", hasSize(1)).extract().path("items[0].personId")
                + "/"
                + texts("cor-1").extract().path("items[0].textId");

        send(
                        "support-key",
                        retracted(
                                "cor-2", "\"factId\":\"cor-1\",\"factType\":\"" + SURVEY + "\",\"reason\":\"mistake\""))
                .body("accepted", equalTo(1));

        texts("cor-1").body("items", hasSize(0));
        assertThat(data("cor-2"))
                .isEqualTo(WireJson.mapper()
                        .readTree("{\"accountId\":\"acme\",\"factSource\":\"support-desk\",\"factId\":\"cor-1\","
                                + "\"factType\":\"" + SURVEY + "\",\"reason\":\"mistake\"}"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(people(key))
                        .last()
                        .satisfies(tombstone -> assertThat(tombstone.value()).isNull()));
    }

    @Test
    void whatIsWrittenWithAFactThatWasTakenBackBeforeItCameIsNotKept() {
        send("support-key", retracted("cor-3", "\"factId\":\"cor-4\",\"factType\":\"" + SURVEY + "\""));

        send("support-key", survey("cor-4", "cor-ada", "Numbat")).body("accepted", equalTo(1));

        texts("cor-4").body("items", hasSize(0));
        assertThat(facts("cor-4")).hasSize(1);
        assertThat(Door.all(Topic.PEOPLE))
                .noneSatisfy(record -> assertThat(text(record)).contains("Numbat"));
    }

    @Test
    void aTextThatCameAtTheSameMomentGoesWithTheNextSweep() throws SQLException {
        send("support-key", survey("cor-5", "cor-ada", "Potoroo"));
        Tables.run("insert into retracted_fact values ('support-desk', 'cor-5', 'acme', now())");

        sweep.sweep().await().atMost(SOON);

        texts("cor-5").body("items", hasSize(0));
    }

    @Test
    void onlyTheTextOfTheSameAccountGoes() {
        send("support-key", survey("cor-6", "cor-ada", "Bilby"));

        send(
                "support-key",
                event(
                        "cor-7",
                        RETRACTED,
                        "\"accountId\":\"globex\",\"factId\":\"cor-6\",\"factType\":\"" + SURVEY + "\""));

        texts("cor-6").body("items", hasSize(1));
    }

    @Test
    void theFactOfAnotherProducerIsNamedByItsSource() throws IOException {
        send(
                "support-key",
                retracted("cor-8", "\"factId\":\"17\",\"factSource\":\"/forms\",\"factType\":\"" + SURVEY + "\""));

        assertThat(data("cor-8").path("factSource").asText()).isEqualTo("support-desk");
        assertThat(data("cor-8").path("factId").asText()).isEqualTo("/forms#17");
    }

    @Test
    void usageAndRecordsAreRefusedWithWhatToDoInstead() {
        refused("support-key", retracted("cor-9", "\"factId\":\"u\",\"factType\":\"" + USAGE + "\""))
                .body("field", equalTo("/data/factType"))
                .body("expected", containsString(WITHDRAWN));
        refused(
                        "support-key",
                        retracted(
                                "cor-10", "\"factId\":\"i\",\"factType\":\"io.playcaller.billing.invoice-changed.v1\""))
                .body("expected", containsString("newer version"));
        refused("support-key", event("cor-11", RETRACTED, "\"factId\":\"x\",\"factType\":\"" + SURVEY + "\""))
                .body("field", equalTo("/data/accountId"));
    }

    @Test
    void usageIsWithdrawnByDayAndNotWithAKeyForEventsAlone() throws IOException {
        String days =
                event("cor-12", WITHDRAWN, "\"accountId\":\"acme\",\"from\":\"2026-03-01\",\"until\":\"2026-03-02\"");
        refused("web-key", days).body("type", equalTo("urn:playcaller:problem:correction.scope"));

        String key = keyForBoth();
        send(key, days.replace("cor-12", "cor-13")).body("accepted", equalTo(1));

        assertThat(data("support-desk#cor-13"))
                .isEqualTo(WireJson.mapper()
                        .readTree("{\"accountId\":\"acme\",\"from\":\"2026-03-01\",\"until\":\"2026-03-02\"}"));
        refused(key, days.replace("2026-03-02", "2026-02-27")).body("field", equalTo("/data/until"));
    }

    @Test
    void ourPeopleTakeBackWhatAnySourceTold() {
        send("support-key", survey("cor-14", "cor-ada", "Quoll"));

        takeBack("""
                [{"accountId":"acme","factSource":"support-desk","factId":"cor-14","factType":"%s","reason":"privacy"},
                 {"accountId":"acme","factSource":"web","factId":"x","factType":"%s"},
                 {"accountId":"acme","from":"2026-03-01","until":"2026-03-01","reason":"duplicate"},
                 {"accountId":"acme","from":"2026-03-01","until":"2026-03-01","day":"2026-03-01"}]
                """.formatted(SURVEY, USAGE))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused.index", contains(1, 3))
                .body("refused[0].problem.expected", containsString(WITHDRAWN))
                .body("refused[1].problem.field", equalTo("/day"));

        texts("cor-14").body("items", hasSize(0));
        assertThat(Door.all(Topic.CUSTOMER_EVENTS))
                .anySatisfy(record -> assertThat(text(record))
                        .contains("\"factId\":\"cor-14\"")
                        .contains("\"reason\":\"privacy\"")
                        .contains("\"staffId\":\"olga\""));
        takeBack("{\"accountId\":\"acme\",\"factSource\":\"web\",\"factId\":\"x\",\"factType\":\"" + USAGE + "\"}")
                .statusCode(400)
                .body("field", equalTo("/factType"));
    }

    @Test
    void aRehearsalSaysWhatItBecomesAndTakesNothingBack() {
        send("support-key", survey("cor-15", "cor-ada", "Dingo"));

        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body(retracted("cor-16", "\"factId\":\"cor-15\",\"factType\":\"" + SURVEY + "\""))
                .post("/v1/validate")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("accepted"))
                .body("items[0].becomes.type", equalTo(RETRACTED))
                .body("items[0].warnings.field", contains("/time"));

        texts("cor-15").body("items", hasSize(1));
        assertThat(facts("cor-16")).isEmpty();
    }

    @Test
    void whoWritesToKafkaTakesBackThereToo() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.produce(
                    Door.topic(Topic.SUPPORT_EVENTS),
                    "k",
                    retracted("cor-17", "\"factId\":\"cor-18\",\"factType\":\"" + SURVEY + "\""));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("support-desk#cor-17"))
                        .singleElement()
                        .satisfies(record -> assertThat(text(record))
                                .contains("\"factSource\":\"support-events\"")
                                .contains("\"factId\":\"support-desk#cor-18\"")));
    }

    private static String keyForBoth() {
        return ops().body("{\"source\":\"web\",\"name\":\"cor\",\"scopes\":[\"events\",\"register\"]}")
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    private static String survey(String id, String user, String said) {
        return event(
                id,
                SURVEY,
                "\"accountId\":\"acme\",\"userId\":\"%s\",\"survey\":\"nps\",\"score\":3,\"comment\":\"%s\""
                        .formatted(user, said));
    }

    private static String retracted(String id, String named) {
        return event(id, RETRACTED, "\"accountId\":\"acme\"," + named);
    }

    private static String event(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"support-desk\",\"type\":\"%s\",\"data\":{%s}}"
                .formatted(id, type, data);
    }

    private static ValidatableResponse send(String writeKey, String event) {
        return post(writeKey, event).statusCode(200);
    }

    private static ValidatableResponse refused(String writeKey, String event) {
        return post(writeKey, event).statusCode(400);
    }

    private static ValidatableResponse post(String writeKey, String event) {
        return Door.as(writeKey)
                .contentType("application/cloudevents+json")
                .body(event)
                .post("/v1/events")
                .then();
    }

    private static ValidatableResponse takeBack(String body) {
        return ops().body(body).post("/v1/retractions").then();
    }

    private static ValidatableResponse texts(String survey) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts?survey=" + survey)
                .then()
                .statusCode(200);
    }

    private static JsonNode data(String id) throws IOException {
        List<ConsumerRecord<String, byte[]>> found = facts(id);
        assertThat(found).hasSize(1);
        return WireJson.mapper().readTree(found.get(0).value());
    }

    private static List<ConsumerRecord<String, byte[]>> people(String key) {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    }
}
