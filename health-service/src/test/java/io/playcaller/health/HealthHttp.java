package io.playcaller.health;

import static io.restassured.RestAssured.given;

import io.playcaller.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** What people ask the service over HTTP. */
final class HealthHttp {

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
}
