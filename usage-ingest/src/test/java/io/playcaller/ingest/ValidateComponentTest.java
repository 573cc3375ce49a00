package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/validate} says what the doors would do, and does nothing. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class ValidateComponentTest {

    private static final String USAGE = "io.playcaller.usage.recorded.v1";

    @Test
    void anEventIsSaidToBeAcceptedAndIsStoredNowhere() throws SQLException {
        String event = track("val-1", "acme", "val-nobody", "Login");

        for (int i = 0; i < 2; i++) {
            validate(event)
                    .body("source", equalTo("web"))
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo("val-1"))
                    .body("items[0].outcome", equalTo("accepted"))
                    .body("items[0].becomes.type", equalTo(USAGE))
                    .body("items[0].becomes.account.id", equalTo("acme"))
                    .body("items[0].becomes.account.by", equalTo("explicit"))
                    .body("items[0].becomes.origin", equalTo("live"));
        }

        assertThat(facts("val-1")).isEmpty();
        assertThat(Tables.value("select count(*) from person_identity where external_id = 'val-nobody'"))
                .isEqualTo("0");
        assertThat(RestAssured.get("/q/metrics").asString()).doesNotContain("door=\"validate\"");
        Door.as("web-key").body(event).post("/v1/track").then().body("accepted", equalTo(1));
        validate(event)
                .body("items[0].outcome", equalTo("duplicate"))
                .body("items[0].becomes.account.id", equalTo("acme"));
    }

    @Test
    void whatIsRefusedIsSaidWithItsReasonAndBecomesNoLetter() {
        validate(batch(
                        "{\"type\":\"track\",\"messageId\":\"val-2\",\"userId\":\"u1\",\"groupId\":\"acme\"}",
                        "{\"type\":\"shout\",\"messageId\":\"val-3\"}",
                        "{\"type\":\"track\",\"messageId\":\"val-4\",\"integrations\":{\"Playcaller\":false}}",
                        track("val-5", "acme", "u1", "Login")))
                .body("items.outcome", contains("refused", "refused", "skipped", "accepted"))
                .body("items[0].problem.field", equalTo("/event"))
                .body("items[0].problem.expected", notNullValue())
                .body("items[0].problem.actual", equalTo("absent"))
                .body("items[0].becomes", nullValue())
                .body("items[1].problem.type", equalTo("urn:playcaller:problem:type.unknown"));
        validate("{\"type\":\"track\",\"messageId\":\"val-6\"").body("items[0].outcome", equalTo("refused"));
        validate("{\"batch\":{}}").body("items[0].problem.field", equalTo("/batch"));

        assertThat(Letters.onTheTopic("val-2")).isEmpty();
        assertThat(Letters.onTheTopic("val-6")).isEmpty();
    }

    @Test
    void whereTheAccountIsFromIsSaidAndNoneThatAnEdgeLeadsTo() {
        Door.as("web-key")
                .body("{\"type\":\"group\",\"messageId\":\"val-7\",\"userId\":\"val-ann\",\"groupId\":\"acme\"}")
                .post("/v1/group")
                .then()
                .statusCode(200);
        String group = "{\"type\":\"group\",\"messageId\":\"val-8\",\"userId\":\"val-bob\",\"groupId\":\"globex\"}";

        validate(batch(login("val-9", "val-ann"), group, login("val-10", "val-bob"), login("val-11", "val-eve")))
                .body("items.outcome", contains("accepted", "accepted", "accepted", "held"))
                .body("items.becomes.account.id", contains(null, "globex", null, null))
                .body("items.becomes.account.by", contains("edge", "explicit", "edge", "unknown"));
        validate(login("val-10", "val-bob")).body("items[0].outcome", equalTo("held"));
    }

    @Test
    void theTimeIsThatOfOurClockAndSaysWhetherItIsHistory() {
        String old = "\"timestamp\":\"2024-03-01T09:00:00Z\"";
        String skewed = old + ",\"sentAt\":\"2024-03-01T09:00:10Z\"";

        validate(batch(timed("val-12", old), timed("val-13", skewed)))
                .body("items.outcome", everyItem(equalTo("accepted")))
                .body("items.becomes.origin", contains("baseline", "live"))
                .body("items.becomes.time", everyItem(notNullValue()))
                .body("items.warnings", everyItem(is(empty())));
    }

    @Test
    void whatItsSenderMayNotHaveMeantIsSaid() {
        String event = """
                {"type":"track","userId":"u1","groupId":"acme","event":"Export",
                 "properties":{"feature":"reports","plan":"gold","a/b":1}}""";

        validate(event)
                .body("items[0].outcome", equalTo("accepted"))
                .body(
                        "items[0].warnings.code",
                        contains("id.assigned", "time.assumed", "field.ignored", "field.ignored"))
                .body(
                        "items[0].warnings.field",
                        contains("/messageId", "/timestamp", "/properties/plan", "/properties/a~1b"));
    }

    @Test
    void cloudEventsAreTakenInEveryMode() {
        String data = "{\"accountId\":\"acme\",\"event\":\"Login\",\"colour\":\"red\"}";
        String structured = "{\"specversion\":\"1.0\",\"id\":\"val-14\",\"source\":\"web\",\"type\":\"" + USAGE
                + "\",\"data\":" + data + "}";

        cloudEvent("application/cloudevents+json", structured)
                .body("items[0].outcome", equalTo("accepted"))
                .body("items[0].warnings.field", contains("/time", "/data/colour"));
        cloudEvent("application/cloudevents-batch+json", "[" + structured + "," + structured + "]")
                .body("items.outcome", contains("accepted", "duplicate"));
        Door.as("web-key")
                .header("ce-specversion", "1.0")
                .header("ce-id", "val-15")
                .header("ce-source", "web")
                .header("ce-type", USAGE)
                .body(data)
                .post("/v1/validate")
                .then()
                .statusCode(200)
                .body("items[0].becomes.type", equalTo(USAGE))
                .body("items[0].warnings.field", contains("ce-time", "/colour"));
    }

    @Test
    void theRegisterSaysNoBeforeItIsAsked() {
        String paidFirst =
                "{\"accountId\":\"acme\",\"invoiceId\":\"val-i1\",\"amount\":{\"minor\":1,\"currency\":\"EUR\"},"
                        + "\"issuedOn\":\"2026-03-02\",\"dueOn\":\"2026-03-01\"}";

        cloudEvent("application/cloudevents+json", """
                        {"specversion":"1.0","id":"val-16","source":"web",
                         "type":"io.playcaller.billing.invoice-changed.v1","data":%s}""".formatted(paidFirst))
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].problem.field", equalTo("/data/dueOn"));
    }

    /** The key may stand in a page: it is refused, and not told whose the invoice is. */
    @Test
    void whoseARecordOfTheRegisterIsIsNotTold() {
        Door.as("crm-key")
                .body("{\"accountId\":\"acme\",\"amount\":{\"minor\":1,\"currency\":\"EUR\"},"
                        + "\"issuedOn\":\"2026-03-01\",\"dueOn\":\"2026-03-15\"}")
                .put("/v1/invoices/val-i2")
                .then()
                .statusCode(200);

        cloudEvent("application/cloudevents+json", """
                        {"specversion":"1.0","id":"val-18","source":"web",
                         "type":"io.playcaller.billing.invoice-changed.v1","data":{"accountId":"globex","invoiceId":"val-i2",
                          "amount":{"minor":1,"currency":"EUR"},"issuedOn":"2026-03-01","dueOn":"2026-03-15"}}""")
                .body("items[0].outcome", equalTo("refused"))
                .body("items[0].problem.type", equalTo("urn:playcaller:problem:account.fixed"))
                .body("items[0].problem.expected", equalTo("the account of invoice val-i2"))
                .body(not(containsString("acme")));
    }

    @Test
    void itTakesTheKeyThatTheDoorsTake() {
        String event = track("val-17", "acme", "u1", "Login");

        Door.as("crm-key").body(event).post("/v1/validate").then().statusCode(403);
        Door.as("nobodys-key").body(event).post("/v1/validate").then().statusCode(401);
        RestAssured.given()
                .contentType("text/plain")
                .body("{\"writeKey\":\"web-key\"," + event.substring(1))
                .post("/v1/validate")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("accepted"));
    }

    @Test
    void theExamplesOfTheTrackingPlanPass() throws IOException {
        cloudEvent("application/cloudevents-batch+json", array(TrackingPlan.cloudEvents()))
                .body("items.outcome", everyItem(equalTo("accepted")))
                .body("items.warnings.flatten().code", not(hasItem("field.ignored")));
        List<JsonNode> calls = TrackingPlan.segmentCalls();
        validate("{\"batch\":" + array(calls) + "}")
                .body("items", hasSize(calls.size()))
                .body("items.outcome", everyItem(equalTo("accepted")))
                .body("items.warnings.flatten().code", everyItem(equalTo("time.assumed")));
    }

    /** A list of JSON prints as JSON. */
    private static String array(List<JsonNode> items) {
        return items.toString();
    }

    private static ValidatableResponse validate(String body) {
        return Door.as("web-key").body(body).post("/v1/validate").then().statusCode(200);
    }

    private static ValidatableResponse cloudEvent(String contentType, String body) {
        return RestAssured.given()
                .header("Authorization", "Basic " + Door.base64("web-key:"))
                .contentType(contentType)
                .body(body)
                .post("/v1/validate")
                .then()
                .statusCode(200);
    }

    private static String login(String id, String user) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Login\"}".formatted(id, user);
    }

    private static String timed(String id, String times) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u1\",\"groupId\":\"acme\",\"event\":\"Login\",%s}"
                .formatted(id, times);
    }
}
