package io.playcaller.ingest;

import static io.playcaller.ingest.Door.track;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser asks before, and reads after, a script of another origin calls a door (CORS, Fetch Standard). */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BrowserComponentTest {

    private static final String PAGE = "https://app.acme.example";

    @ParameterizedTest
    @ValueSource(strings = {"/t", "/b", "/v1/t", "/v1/batch", "/v1/identify/", "/v1/import", "/v1/events"})
    void aPreflightIsAnsweredWithoutAKey(String path) {
        given().header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-retry-count")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", "authorization,content-type,x-retry-count")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Max-Age", "7200");
    }

    @Test
    void thePageMayReadTheAnswer() {
        Door.as("web-key")
                .header("Origin", PAGE)
                .body(track("page-1", "acme", "u1", "Login"))
                .post("/t")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Reset")
                .body("accepted", equalTo(1));
    }

    @Test
    void thePageMayReadWhyItWasRefused() {
        given().header("Origin", PAGE)
                .contentType("text/plain")
                .body(track("page-2", "acme", "u1", "Login"))
                .post("/t")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*")
                .contentType("application/problem+json");
    }

    @Test
    void noPageMayReadTheRegister() {
        given().header("Origin", PAGE)
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/accounts/acme")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
