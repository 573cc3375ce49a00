package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Redis is not there at all: the door stays open, says so, and leaves the counting to health-service. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
@TestProfile(ClaimsLostComponentTest.RedisAway.class)
class ClaimsLostComponentTest {

    public static class RedisAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1");
        }
    }

    @Test
    void theDoorAcceptsAndSaysThatClaimsAreAway() {
        String body = Door.track("redis-1", "acme", "u1", "Login");
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));

        // Twice in the log under one identity: its owner counts it once.
        assertThat(facts("redis-1")).hasSize(2);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        String metrics = RestAssured.get("/q/metrics").asString();
        assertThat(metrics.lines()
                        .filter(line -> line.startsWith("playcaller_ingest_claims_unavailable_events_total")
                                || line.startsWith("playcaller_ingest_claims_unavailable_total")))
                .singleElement()
                .satisfies(line -> assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .isGreaterThanOrEqualTo(2));
    }

    /** A letter would be written whose event, mended by its sender, is answered as a duplicate once Redis is back. */
    @Test
    void whatWaitsFlowsAndDoesNotEnd() throws SQLException {
        Held.track("redis-2", "redis-ann");
        Held.due("redis-2");
        assertThatThrownBy(Held::sweep).isInstanceOf(RuntimeException.class);
        assertThat(Held.waits("redis-2")).isTrue();
        assertThat(Letters.onTheTopic("redis-2")).isEmpty();

        Held.join("redis-ann", "acme");

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("redis-2")).hasSize(1));
    }

    @Test
    void theReplicaKeepsTheLimitOfASourceOnItsOwn() {
        String key = RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"alone\",\"feeds\":[\"usage\"],\"eventsPerSecond\":1}")
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
        for (int i = 0; i < 10; i++) {
            assertThat(send(key, "alone-" + i)).isEqualTo(200);
        }
        await().atMost(SOON).until(() -> send(key, "alone-11") == 429);
    }

    private static int send(String key, String id) {
        return Door.as(key)
                .body(Door.track(id, "acme", "u1", "Login"))
                .post("/v1/track")
                .statusCode();
    }
}
