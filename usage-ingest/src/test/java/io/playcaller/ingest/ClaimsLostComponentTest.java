package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.ingest.limit.app.Buckets;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.Wire;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis is away: the door stays open, says so, and leaves the counting to health-service. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
@WithTestResource(value = ClaimsLostComponentTest.WiredRedis.class, scope = TestResourceScope.GLOBAL)
class ClaimsLostComponentTest {

    @Inject
    Claims claims;

    @Inject
    Buckets buckets;

    @Inject
    RedisDataSource redis;

    Wire wire;

    @BeforeEach
    void cut() {
        wire.cut();
    }

    /** Redis is left alone for a moment after each failure: the next test begins once both that use it have it again. */
    @AfterEach
    void mend() {
        wire.mend();
        await().atMost(SOON).until(this::claimsAreTaken);
        await().atMost(SOON).until(this::bucketsAreShared);
    }

    private boolean claimsAreTaken() {
        List<ClaimKey> keys = List.of(new ClaimKey("web", "redis-" + UUID.randomUUID()));
        return claims.take(keys, "test", SOON).await().atMost(SOON).equals(List.of(ClaimState.TAKEN));
    }

    /** A bucket of a thousand seconds, of which a tenth is gone: long enough to be found. */
    private boolean bucketsAreShared() {
        String probe = "redis-probe-" + UUID.randomUUID();
        buckets.take(
                        probe,
                        new RateLimit(1, Duration.ofSeconds(1_000)),
                        Duration.ofSeconds(100).toNanos(),
                        0)
                .await()
                .atMost(SOON);
        return redis.key().exists(PlaycallerStack.topicPrefix() + "playcaller:bucket:" + probe);
    }

    @Test
    void theDoorAcceptsAndSaysThatClaimsAreAway() {
        String body = Door.track("redis-1", "acme", "u1", "Login");
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));

        // Twice in the log under one identity: its owner counts it once.
        assertThat(facts("redis-1")).hasSize(2);
        await().atMost(SOON).until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
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
        // What its bucket holds, and much more, which passes a full one.
        assertThat(send(key, 600)).isEqualTo(200);
        assertThat(send(key, 1)).isEqualTo(429);
    }

    private static int send(String key, int events) {
        return Door.as(key)
                .body(Door.batch(IntStream.range(0, events)
                        .mapToObj(i -> Door.track("alone-" + i, "acme", "u1", "Login"))
                        .toArray(String[]::new)))
                .post("/v1/batch")
                .statusCode();
    }

    /** Redis at the end of a wire. Every test has it, or the application would start anew for this one. */
    public static final class WiredRedis implements QuarkusTestResourceLifecycleManager {

        private Wire wire;

        /** After the {@link PlaycallerStack}, whose address this is another one for. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            wire = Wire.to(PlaycallerStack.shared().addresses().redis());
            return Map.of("quarkus.redis.hosts", "redis://" + wire.address());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(wire, new TestInjector.MatchesType(Wire.class));
        }

        @Override
        public void stop() {
            wire.close();
        }
    }
}
