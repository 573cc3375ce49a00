package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a source meets that sends more than it may. Its bucket holds ten seconds' worth. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class RateLimitComponentTest {

    /** Whoever stands still for seven seconds between the two has earned the second: another source tries then. */
    @Test
    void theLimitCountsEventsAndSaysWhenToComeAgain() {
        AtomicInteger tries = new AtomicInteger();
        await().atMost(SOON).untilAsserted(() -> sendsTooMany("chatty-" + tries.incrementAndGet()));
    }

    private static void sendsTooMany(String source) {
        String key = create(source, "\"eventsPerSecond\":3");
        send(key, source + "-a", 25).statusCode(200).body("accepted", equalTo(25));

        Response refused = send(key, source + "-b", 25)
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:rate.exceeded"))
                .body("detail", containsString("3 events a second and 30 at once"))
                .extract()
                .response();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 7);
        assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(refused.header("Retry-After"));

        assertThat(Door.facts(source + "-b-0")).isEmpty();
        assertThat(Door.all(Topic.DEAD_LETTERS))
                .noneMatch(
                        letter -> io.playcaller.testkit.TestTopics.text(letter).contains(source + "-b"));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_refused_total{environment=\"live\",reason=\"rate.exceeded\"}")
                .contains("playcaller_ingest_limit_refused_events_total{source=\"%s\"} 25.0".formatted(source))
                .contains("playcaller_ingest_limit_warnings_total{percent=\"70\",source=\"%s\"} 1.0".formatted(source))
                .contains("playcaller_ingest_limit_events_per_second{source=\"%s\"} 3.0".formatted(source));
    }

    @Test
    void aBatchThatIsLargerThanTheBucketIsNotShutOutForEver() {
        String key = create("bulky", "\"eventsPerSecond\":1");

        send(key, "bulky-a", 400).statusCode(200);
        send(key, "bulky-b", 1).statusCode(429);
    }

    /** It is not even read: what is no JSON is not told that it is none. */
    @Test
    void whoHasNothingLeftCostsNoReading() {
        String key = create("flood", "\"eventsPerSecond\":1");
        send(key, "flood-a", 600).statusCode(200);

        Door.as(key).body("{").post("/v1/batch").then().statusCode(429).header("Retry-After", notNullValue());
        Door.as(key)
                .contentType("application/cloudevents+json")
                .body("{")
                .post("/v1/events")
                .then()
                .statusCode(429);
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_limit_refused_events_total{source=\"flood\"} 2.0");
    }

    @Test
    void aChangedLimitHoldsSoon() {
        String key = create("growing", "\"eventsPerSecond\":1");
        await().atMost(SOON).until(() -> send(key, "growing-a", 10).extract().statusCode() == 429);

        admin().body("{\"feeds\":[\"usage\"],\"eventsPerSecond\":1000}")
                .put("/v1/sources/growing")
                .then()
                .statusCode(204);
        admin().get("/v1/sources").then().body("items.find { it.name == 'growing' }.eventsPerSecond", equalTo(1000));
        // It is as empty as before, and fills a thousand times as fast.
        await().atMost(SOON).until(() -> send(key, "growing-b", 10).extract().statusCode() == 200);
    }

    @Test
    void theRegisterCountsToo() {
        String key = create("clerk", "\"eventsPerSecond\":1,\"scopes\":[\"register\"]");

        for (int i = 0; i < 10; i++) {
            put(key, i).statusCode(200);
        }
        await().atMost(SOON).until(() -> put(key, 11).extract().statusCode() == 429);
    }

    private static ValidatableResponse put(String key, int i) {
        return Door.as(key)
                .body("{\"name\":\"Limited\"}")
                .put("/v1/accounts/limited-" + i)
                .then();
    }

    private static ValidatableResponse send(String key, String id, int events) {
        return Door.as(key)
                .body(Door.batch(IntStream.range(0, events)
                        .mapToObj(i -> Door.track(id + "-" + i, "acme", "u1", "Login"))
                        .toArray(String[]::new)))
                .post("/v1/batch")
                .then();
    }

    private static String create(String name, String more) {
        return admin().body("{\"name\":\"%s\",\"feeds\":[\"usage\"],%s}".formatted(name, more))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    private static RequestSpecification admin() {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json");
    }
}
