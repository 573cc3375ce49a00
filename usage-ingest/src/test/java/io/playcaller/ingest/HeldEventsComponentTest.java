package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static io.playcaller.ingest.Held.join;
import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Events whose account nobody can tell yet wait, and flow when somebody can. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class HeldEventsComponentTest {

    @Test
    void whatWaitedFlowsInItsOrderWhenAGroupCallSaysWhoseItIs() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            Held.track("hd-ann-" + i, "hd-ann");
        }
        Held.send("{\"messageId\":\"hd-ann-3\",\"userId\":\"hd-ann\",\"event\":\"Login\"}")
                .body("duplicates", equalTo(1));
        assertThat(log("hd-ann-")).isEmpty();

        join("hd-ann", "acme");

        await().atMost(SOON).untilAsserted(() -> assertThat(log("hd-ann-")).hasSize(5));
        assertThat(log("hd-ann-"))
                .extracting(fact -> header(fact, "ce_id"))
                .containsExactly("hd-ann-1", "hd-ann-2", "hd-ann-3", "hd-ann-4", "hd-ann-5");
        assertThat(log("hd-ann-")).allSatisfy(fact -> {
            assertThat(fact.key()).isEqualTo("acme");
            assertThat(header(fact, "ce_source")).isEqualTo("web");
            assertThat(header(fact, "ce_origin")).isEqualTo("live");
        });
        assertThat(Held.waits("hd-ann-1")).isFalse();
        Held.send("{\"messageId\":\"hd-ann-1\",\"userId\":\"hd-ann\",\"event\":\"Login\"}")
                .body("duplicates", equalTo(1));
        assertThat(Letters.onTheTopic("hd-ann-")).isEmpty();
    }

    @Test
    void inABatchItIsAnOutcomeOfItsOwnAndTheGroupCallAfterItLetsItGo() {
        Door.as("web-key")
                .header("Prefer", "return=representation")
                .body(Door.batch(
                        "{\"type\":\"track\",\"messageId\":\"hd-bob-1\",\"userId\":\"hd-bob\",\"event\":\"Login\"}",
                        "{\"type\":\"group\",\"messageId\":\"hd-bob-2\",\"userId\":\"hd-bob\",\"groupId\":\"globex\"}",
                        "{\"type\":\"track\",\"messageId\":\"hd-bob-3\",\"userId\":\"hd-bob\",\"event\":\"Login\"}"))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("held", equalTo(1))
                .body("items.outcome", contains("held", "accepted", "accepted"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("hd-bob-1"))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.key()).isEqualTo("globex")));
    }

    @Test
    void anIdThatTheDoorGaveIsTheIdInTheLog() {
        String id = Held.send("{\"userId\":\"hd-cid\",\"event\":\"Login\"}")
                .body("held", equalTo(1))
                .extract()
                .path("assigned[0].id");

        join("hd-cid", "acme");

        await().atMost(SOON).untilAsserted(() -> assertThat(facts(id)).hasSize(1));
    }

    @Test
    void aBrowserIsFollowedToThePersonWhoLogsIn() {
        join("hd-dan", "acme");
        Held.send("{\"messageId\":\"hd-dan-1\",\"anonymousId\":\"hd-dans-browser\",\"event\":\"Visit\"}")
                .body("held", equalTo(1));

        Door.as("web-key")
                .body("{\"userId\":\"hd-dan\",\"previousId\":\"hd-dans-browser\"}")
                .post("/v1/alias")
                .then()
                .statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("hd-dan-1"))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.key()).isEqualTo("acme")));
    }

    @Test
    void theRegisterLetsItGoTooAndWhatTheyWroteIsKeptThen() {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"hd-eve-1","source":"support-desk",
                         "type":"io.playcaller.support.ticket-changed.v1",
                         "data":{"userId":"hd-eve","ticketId":"hd-T1","status":"open","severity":"sev2",
                                 "openedAt":"2026-03-01T09:00:00Z","subject":"Pangolin"}}""")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("held", equalTo(1));
        texts("hd-T1").body("items", hasSize(0));

        Door.as("crm-key")
                .body("{\"accountId\":\"acme\"}")
                .put("/v1/people/hd-eve")
                .then()
                .statusCode(200);

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("hd-eve-1")).hasSize(1));
        texts("hd-T1").body("items", hasSize(1)).body("items[0].subject", equalTo("Pangolin"));
        assertThat(TestTopics.text(facts("hd-eve-1").get(0))).doesNotContain("Pangolin");
    }

    @Test
    void fromKafkaItWaitsAndFlowsAlike() throws SQLException {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.produce(
                    Door.topic(Topic.USAGE_EVENTS),
                    "k",
                    "{\"type\":\"track\",\"messageId\":\"hd-fay-1\",\"userId\":\"hd-fay\",\"event\":\"Login\"}");
            topics.produce(Door.topic(Topic.USAGE_EVENTS), "k", Door.track("hd-fay-2", "acme", "hd-someone", "Login"));
        }
        await().atMost(SOON).until(() -> Held.waits("hd-fay-1"));
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("hd-fay-2")).hasSize(1));

        join("hd-fay", "acme");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("hd-fay-1"))
                        .singleElement()
                        .satisfies(fact -> assertThat(header(fact, "ce_source")).isEqualTo("usage-events")));
    }

    @Test
    void whatAnImportBroughtIsHistory() {
        Door.as("web-key").body("{\"runId\":\"hd-run\"}").post("/v1/backfills");
        Door.as("web-key")
                .header("Playcaller-Backfill", "hd-run")
                .body("{\"messageId\":\"hd-gus-1\",\"userId\":\"hd-gus\",\"event\":\"Login\"}")
                .post("/v1/track")
                .then()
                .body("held", equalTo(1));
        Door.as("web-key").post("/v1/backfills/hd-run/end").then().statusCode(200);

        join("hd-gus", "acme");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(facts("hd-gus-1"))
                        .singleElement()
                        .satisfies(fact -> assertThat(header(fact, "ce_origin")).isEqualTo("baseline")));
    }

    @Test
    void operationsSeeWhatWaits() throws SQLException {
        String key = Held.source("hd-app");
        for (int i = 1; i <= 3; i++) {
            Door.as(key)
                    .body("{\"messageId\":\"hd-ida-%d\",\"anonymousId\":\"hd-ida\",\"event\":\"Visit\"}".formatted(i))
                    .post("/v1/track")
                    .then()
                    .body("held", equalTo(1));
        }
        // Nothing of what they say is read for it.
        Tables.run("update held_event set letter = 'unreadable' where source = 'hd-app'");

        String next = ops().get("/v1/held?source=hd-app&limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains("hd-ida-1", "hd-ida-2"))
                .body("items[0].place", equalTo("http"))
                .body("items[0].anonymousId", equalTo("hd-ida"))
                .body("items[0].userId", nullValue())
                .body("items[0].bytes", equalTo(10))
                .extract()
                .path("next");
        ops().get("/v1/held?source=hd-app&limit=2&cursor=" + next)
                .then()
                .body("items.id", contains("hd-ida-3"))
                .body("next", nullValue());
        ops().get("/v1/held?cursor=nowhere").then().statusCode(400).body("field", equalTo("cursor"));
        Held.sweep();
        assertThat(RestAssured.get("/q/metrics").asString())
                .containsPattern("playcaller_ingest_held_depth [1-9]")
                .containsPattern("playcaller_ingest_held_size_bytes [1-9]")
                .contains("playcaller_ingest_held_age_seconds ")
                .contains("playcaller_ingest_held_released_total ")
                .contains("playcaller_ingest_held_expired_total ")
                .contains("playcaller_ingest_held_total{door=\"segment\",environment=\"live\"}");
    }

    private static ValidatableResponse texts(String ticket) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("ann", "csm"))
                .get("/v1/texts?ticket=" + ticket)
                .then()
                .statusCode(200);
    }

    /** The facts whose ids begin so, in the order of the log. */
    private static List<ConsumerRecord<String, byte[]>> log(String prefix) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_id").startsWith(prefix))
                .toList();
    }
}
