package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.track;
import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a key of the test environment sends is answered as if it were live, and leaves nothing behind. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class TestKeysComponentTest {

    @Test
    void anEventIsAnsweredLikeALiveOneAndIsNotInTheLog() {
        String test = issue("web");
        assertThat(test).startsWith("pck_test_");
        send(test, track("test-1", "acme", "u1", "Login"))
                .statusCode(200)
                .body("environment", equalTo("test"))
                .body("accepted", equalTo(1));
        assertThat(facts("test-1")).isEmpty();

        send("web-key", track("test-1", "acme", "u1", "Login"))
                .body("environment", nullValue())
                .body("accepted", equalTo(1));
        assertThat(facts("test-1")).hasSize(1);
        send(test, track("test-1", "acme", "u1", "Login")).body("duplicates", equalTo(1));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_accepted_total{door=\"segment\",environment=\"test\"}")
                .contains("playcaller_ingest_duplicates_total{door=\"segment\",environment=\"test\"}");
    }

    @Test
    void aRefusalSaysTheSameAndIsNotKept() {
        double before = Door.refused("type.unknown");
        String test = issue("web");

        send(test, "{\"type\":\"unheard\",\"messageId\":\"test-2\"}", track("test-3", "acme", "u1", "Login"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused", hasSize(1))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:type.unknown"));
        Door.as(test)
                .body("{\"messageId\":\"test-4\",\"userId\":\"u1\"}")
                .post("/v1/track")
                .then()
                .statusCode(400)
                .body("field", equalTo("/event"));

        assertThat(Letters.onTheTopic("test-2")).isEmpty();
        assertThat(Letters.onTheTopic("test-4")).isEmpty();
        assertThat(Door.refused("type.unknown")).isEqualTo(before);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_refused_total{environment=\"test\",reason=\"type.unknown\"}");
    }

    @Test
    void edgesAreThoseOfTheBatchAndTheLiveOnesAndNothingIsRemembered() throws SQLException {
        String test = issue("web");
        String identify =
                "{\"type\":\"identify\",\"messageId\":\"test-5\",\"userId\":\"test-ada\",\"traits\":{\"name\":\"Ada T.\"}}";
        String alias =
                "{\"type\":\"alias\",\"messageId\":\"test-6\",\"userId\":\"test-ada\",\"previousId\":\"test-browser\"}";
        send("web-key", group("test-7", "test-bob", "globex")).body("accepted", equalTo(1));

        send(test, group("test-8", "test-ada", "acme"), identify, alias, login("test-9", "test-ada"))
                .body("accepted", equalTo(4));
        send(test, login("test-10", "test-bob")).body("accepted", equalTo(1));
        send(test, login("test-9", "test-ada")).body("held", equalTo(1));

        assertThat(Held.waits("test-9")).isFalse();
        assertThat(text(Topic.PEOPLE)).doesNotContain("Ada T.");
        assertThat(identities("test-ada")).isEqualTo("0");
        assertThat(identities("test-browser")).isEqualTo("0");
    }

    @Test
    void theRegisterDecidesAndStoresNothing() throws SQLException {
        String test = issue("crm");
        Door.as(test)
                .body("{\"name\":\"Rehearsed Inc\"}")
                .put("/v1/accounts/test-account")
                .then()
                .statusCode(200)
                .header("Playcaller-Environment", "test")
                .body("version", equalTo(1));
        Door.as(test)
                .body("{\"accountId\":\"acme\",\"name\":\"Grace Rehearsed\"}")
                .put("/v1/people/test-grace")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("personId", nullValue())
                .body("name", equalTo("Grace Rehearsed"));
        Door.as(test)
                .body("{\"nam\":\"test-typo\"}")
                .put("/v1/accounts/test-account")
                .then()
                .statusCode(400)
                .header("Playcaller-Environment", "test")
                .body("field", equalTo("/nam"));
        Door.as("crm-key")
                .body("{\"name\":\"Lasting\"}")
                .put("/v1/accounts/test-lasting")
                .then()
                .statusCode(200);
        Door.as(test)
                .header("If-Match", "7")
                .body("{\"name\":\"Changed\"}")
                .put("/v1/accounts/test-lasting")
                .then()
                .statusCode(412);

        assertThat(Tables.value("select count(*) from register_record where record_key = 'account/test-account'"))
                .isEqualTo("0");
        assertThat(identities("test-grace")).isEqualTo("0");
        assertThat(Letters.onTheTopic("test-typo")).isEmpty();
        assertThat(text(Topic.ACCOUNT_REGISTER)).doesNotContain("Rehearsed Inc");
        assertThat(text(Topic.PEOPLE)).doesNotContain("Grace Rehearsed");
    }

    @Test
    void whatIsLiveStaysClosed() {
        String test = issue("crm");
        Door.as("crm-key")
                .body("{\"name\":\"Grace\"}")
                .put("/v1/people/test-live")
                .then()
                .statusCode(200);

        Door.as(test)
                .body("{\"name\":\"Grace\"}")
                .put("/v1/people/test-live")
                .then()
                .statusCode(200)
                .body("userId", equalTo("test-live"))
                .body("personId", nullValue());
        closed(Door.as(test).get("/v1/people/test-live").then());
        closed(Door.as(test).delete("/v1/people/test-live").then());
        closed(Door.as(test).get("/v1/accounts/acme").then());
        closed(Door.as(test)
                .body("{\"runId\":\"test-run\"}")
                .post("/v1/backfills")
                .then());
        Door.as(test).get("/v1/limits").then().statusCode(200);
        Door.as("crm-key").get("/v1/people/test-live").then().statusCode(200).body("name", equalTo("Grace"));
    }

    @Test
    void testTrafficIsNoSignOfLife() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"not-live-yet\",\"feeds\":[\"usage\"]}")
                .post("/v1/sources")
                .then()
                .statusCode(201);
        String test = issue("not-live-yet");
        Door.as(test).post("/v1/heartbeat").then().statusCode(204);
        send(test, track("test-20", "acme", "u1", "Login")).statusCode(200);
        send("web-key", track("test-21", "acme", "u1", "Login")).statusCode(200);

        await().atMost(Door.SOON)
                .until(() -> ops().get("/v1/sources").path("items.find { it.name == 'web' }.lastSeen") != null);
        ops().get("/v1/sources").then().body("items.find { it.name == 'not-live-yet' }.lastSeen", nullValue());
    }

    @Test
    void aKeyInTheBodyIsATestKeyToo() {
        RestAssured.given()
                .contentType("text/plain")
                .body("{\"writeKey\":\"%s\",\"batch\":[%s]}"
                        .formatted(issue("web"), track("test-22", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("environment", equalTo("test"));
        assertThat(facts("test-22")).isEmpty();
    }

    @Test
    void aSuccessorIsForTheSameEnvironment() {
        String id = ops().body("{\"source\":\"web\",\"name\":\"staging\",\"environment\":\"test\"}")
                .post("/v1/keys")
                .path("key.id");

        ops().body("{}")
                .post("/v1/keys/" + id + "/rotate")
                .then()
                .statusCode(201)
                .body("key.environment", equalTo("test"))
                .body("writeKey", startsWith("pck_test_"));
        ops().body("{\"source\":\"web\",\"name\":\"x\",\"environment\":\"staging\"}")
                .post("/v1/keys")
                .then()
                .statusCode(400)
                .body("expected", equalTo("live or test"));
    }

    private static String issue(String source) {
        return ops().body("""
                {"source":"%s","name":"rehearsal","environment":"test","scopes":["events","register"]}""".formatted(source))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("key.environment", equalTo("test"))
                .extract()
                .path("writeKey");
    }

    private static ValidatableResponse send(String key, String... items) {
        return Door.as(key).body(batch(items)).post("/v1/batch").then();
    }

    private static String login(String id, String user) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Login\"}".formatted(id, user);
    }

    private static String group(String id, String user, String account) {
        return "{\"type\":\"group\",\"messageId\":\"%s\",\"userId\":\"%s\",\"groupId\":\"%s\"}"
                .formatted(id, user, account);
    }

    private static void closed(ValidatableResponse answer) {
        answer.statusCode(403).header("Playcaller-Environment", "test");
    }

    private static String identities(String externalId) throws SQLException {
        return Tables.value("select count(*) from person_identity where external_id = ?", externalId);
    }

    private static String text(Topic topic) {
        StringBuilder all = new StringBuilder();
        Door.all(topic).forEach(record -> {
            if (record.value() != null) {
                all.append(TestTopics.text(record)).append('\n');
            }
        });
        return all.toString();
    }
}
