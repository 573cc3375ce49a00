package io.playcaller.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import io.playcaller.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;

/** What people ask the service over HTTP. */
final class HealthHttp {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private HealthHttp() {}

    /** As somebody who may only look; the path stands as it is sent. */
    static ValidatableResponse get(String path) {
        return given().header("Authorization", TestTokens.bearer("ann", "viewer"))
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }

    /** As lead {@code lea}. */
    static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().header("Authorization", TestTokens.bearer("lea", "lead"))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /** As lead {@code lea}. */
    static ValidatableResponse delete(String path) {
        return given().header("Authorization", TestTokens.bearer("lea", "lead"))
                .delete(path)
                .then();
    }

    /** Until everything that was written is folded: what is asked for after that has all of it. */
    static void awaitFolded(LogWriter log) {
        await().atMost(LIMIT).untilAsserted(() -> {
            ValidatableResponse checkpoints = get("/v1/checkpoints");
            log.written().forEach((partition, offset) -> {
                String next = "items.find { it.partition == %d }.nextOffset".formatted(partition);
                checkpoints.body(next, greaterThan(offset.intValue()));
            });
        });
    }
}
