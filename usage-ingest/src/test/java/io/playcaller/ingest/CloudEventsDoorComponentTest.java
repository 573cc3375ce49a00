package io.playcaller.ingest;

import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class CloudEventsDoorComponentTest {

    @Test
    void structuredModeKeepsIdAndTime() {
        send("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"ce-1","source":"web","type":"io.playcaller.usage.recorded.v1",
                         "time":"2026-01-02T03:04:05Z","data":{"accountId":"acme","event":"Login","userId":"u1","quantity":3}}""")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(facts("ce-1")).singleElement().satisfies(fact -> {
            assertThat(header(fact, "ce_time")).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(header(fact, "ce_origin")).isEqualTo("baseline");
            assertThat(WireJson.read(fact.value(), UsageRecorded.class).quantity())
                    .isEqualTo(3);
        });
    }

    @Test
    void binaryModeDecodesHeaders() {
        send("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "ce%202")
                .header("ce-source", "\"web\"")
                .header("ce-type", "io.playcaller.feedback.survey-answered.v1")
                .body("{\"accountId\":\"acme\",\"survey\":\"nps\",\"score\":9,\"userId\":\"u1\"}")
                .post("/v1/events")
                .then()
                .statusCode(200);

        assertThat(facts("ce 2")).singleElement().satisfies(fact -> {
            SurveyAnswered answered = WireJson.read(fact.value(), SurveyAnswered.class);
            assertThat(answered.score()).isEqualTo(9);
            assertThat(answered.personId()).isNotNull();
            assertThat(header(fact, "ce_origin")).isEqualTo("live");
        });
    }

    @Test
    void batchedModeAnswersPerItem() {
        given().header("Authorization", "Basic " + Door.base64("support-key:"))
                .header("Content-Type", "application/cloudevents-batch+json")
                .body("""
                        [{"specversion":"1.0","id":"ce-3","source":"support-desk","type":"io.playcaller.support.ticket-changed.v1",
                          "data":{"accountId":"acme","ticketId":"T1","status":"open","severity":"sev2","openedAt":"2026-01-01T00:00:00+02:00"}},
                         {"specversion":"1.0","id":"ce-4","source":"support-desk","type":"io.playcaller.support.ticket-changed.v1",
                          "data":{"accountId":"acme","ticketId":"T2","status":"lost","severity":"sev2","openedAt":"2026-01-01T00:00:00Z"}},
                         {"specversion":"0.3","id":"ce-5","source":"support-desk","type":"x"},
                         {"specversion":"1.0","id":"ce-6","source":"support-desk","type":"com.example.other"}]""")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused", hasSize(3))
                .body("refused[0].problem.field", equalTo("/data/status"))
                .body("refused[0].problem.expected", containsString("pending"))
                .body("refused[0].problem.actual", containsString("lost"))
                .body("refused[1].problem.field", equalTo("/specversion"))
                .body("refused[2].problem.type", equalTo("urn:playcaller:problem:type.unknown"));

        assertThat(facts("ce-3"))
                .singleElement()
                .satisfies(fact -> assertThat(
                                WireJson.read(fact.value(), TicketChanged.class).openedAt())
                        .hasToString("2025-12-31T22:00:00Z"));
    }

    @Test
    void anEmptyBatchIsFine() {
        send("application/cloudevents-batch+json; charset=UTF-8")
                .body("[]")
                .put("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0));
    }

    @Test
    void putTakesWhatPostTakes() {
        send("application/cloudevents+json")
                .body(usage("ce-10", "web"))
                .put("/v1/events/")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(facts("ce-10")).hasSize(1);
    }

    @Test
    void extensionsAreLeftAloneButTheAccount() {
        send("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "ce-11")
                .header("ce-source", "web")
                .header("ce-type", "io.playcaller.usage.recorded.v1")
                .header("ce-accountid", "M%C3%BCller%20%26%20Co")
                .header("ce-traceparent", "00-4bf9-1")
                .body("{\"event\":\"Login\"}")
                .post("/v1/events")
                .then()
                .statusCode(200);

        assertThat(facts("ce-11"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.key()).isEqualTo("Müller & Co"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/avro,Content-Type",
        "application/cloudevents+avro,Content-Type",
        "application/cloudevents-batch+xml,Content-Type"
    })
    void whatIsNoJsonIsRefusedByTheHeaderThatSaysSo(String contentType, String field) {
        send(contentType)
                .header("ce-specversion", "1.0")
                .header("ce-id", "ce-12")
                .header("ce-source", "web")
                .header("ce-type", "io.playcaller.usage.recorded.v1")
                .body("Obj".getBytes(StandardCharsets.UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("field", equalTo(field))
                .body("actual", containsString(contentType));
    }

    @Test
    void theTypeOfTheDataStandsInOneHeader() {
        send("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "ce-13")
                .header("ce-source", "web")
                .header("ce-type", "io.playcaller.usage.recorded.v1")
                .header("ce-datacontenttype", "application/json")
                .body("{\"accountId\":\"acme\",\"event\":\"Login\"}")
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("field", equalTo("ce-datacontenttype"));
    }

    @Test
    void twoProducersBehindOneKeyDoNotShadowEachOther() {
        for (String producer : new String[] {"/checkout", "/billing"}) {
            send("application/cloudevents+json")
                    .body(usage("ce-7", producer))
                    .post("/v1/events")
                    .then()
                    .body("accepted", equalTo(1));
        }
        send("application/cloudevents+json")
                .body(usage("ce-7", "/billing"))
                .post("/v1/events")
                .then()
                .body("duplicates", equalTo(1));

        assertThat(facts("/checkout#ce-7")).hasSize(1);
        assertThat(facts("/billing#ce-7")).hasSize(1);
    }

    @Test
    void peopleAreReplacedAndPseudonymsPass() {
        String known = UUID.randomUUID().toString();
        send("application/cloudevents+json")
                .body(touch("ce-8", "\"userIds\":[\"u1\",\"u2\"],\"personIds\":[\"" + known + "\"]"))
                .post("/v1/events")
                .then()
                .statusCode(200);
        send("application/cloudevents+json")
                .body(touch("ce-9", "\"personIds\":[\"Ann Example\"]"))
                .post("/v1/events")
                .then()
                .statusCode(400);

        assertThat(facts("ce-8"))
                .singleElement()
                .satisfies(fact -> assertThat(
                                WireJson.read(fact.value(), TouchRecorded.class).personIds())
                        .hasSize(3)
                        .contains(known)
                        .doesNotContain("u1", "u2"));
    }

    private static RequestSpecification send(String contentType) {
        return given().header("Authorization", "Basic " + Door.base64("web-key:"))
                .header("Content-Type", contentType);
    }

    private static String usage(String id, String source) {
        return """
            {"specversion":"1.0","id":"%s","source":"%s","type":"io.playcaller.usage.recorded.v1",
             "data":{"accountId":"acme","event":"Login"}}""".formatted(id, source);
    }

    private static String touch(String id, String people) {
        return """
            {"specversion":"1.0","id":"%s","source":"web","type":"io.playcaller.success.touch-recorded.v1",
             "data":{"accountId":"acme","kind":"call","staffId":"s1",%s}}""".formatted(id, people);
    }
}
