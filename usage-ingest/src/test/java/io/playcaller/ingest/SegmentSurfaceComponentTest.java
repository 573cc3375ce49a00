package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.track;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path, and every way of saying who calls, that a Segment or RudderStack client uses. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SegmentSurfaceComponentTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/batch/", "/v1/import", "/v1/import/", "/b", "/b/", "/v1/b"})
    void aBatchIsTakenAt(String path) {
        String id = "surface" + path;

        Door.as("web-key")
                .body(batch(track(id, "acme", "u1", "Login")))
                .post(path)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(facts(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/track,track",
        "/t,track",
        "/t/,track",
        "/v1/t,track",
        "/v1/identify/,identify",
        "/i,identify",
        "/v1/page,page",
        "/p,page",
        "/v1/screen,screen",
        "/s,screen",
        "/v1/group,group",
        "/g,group",
        "/v1/alias,alias",
        "/a,alias"
    })
    void aCallIsTakenAt(String path, String type) {
        given().contentType("text/plain")
                .body("""
                        {"writeKey":"web-key","type":"%s","messageId":"surface-%s","userId":"surface-user","event":"Login",
                         "groupId":"acme","previousId":"surface-browser"}""".formatted(type, path))
                .post(path)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic d2ViLWtleTo=", "Basic d2ViLWtleQ==", "basic d2ViLWtleTo=", "Bearer a.token.of-segment"})
    void aCallerIsKnownBy(String authorization) {
        given().contentType("application/json")
                .header("Authorization", authorization)
                .body("{\"writeKey\":\"web-key\",\"batch\":[%s]}"
                        .formatted(track("auth-" + authorization, "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @Test
    void aBearerAloneIsNobodysKey() {
        given().contentType("application/json")
                .header("Authorization", "Bearer a.token.of-segment")
                .body(batch(track("auth-none", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void anIdThatTheDoorMadeUpIsSaid() {
        String id = Door.as("web-key")
                .body(batch(
                        track("assigned-1", "acme", "u1", "Login"),
                        "{\"type\":\"track\",\"userId\":\"u1\",\"groupId\":\"acme\",\"event\":\"Login\"}"))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("assigned", hasSize(1))
                .body("assigned[0].index", equalTo(1))
                .extract()
                .path("assigned[0].id");

        assertThat(facts(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no media type", "%e2", "text/html", "application/problem+json"})
    void whatIsStoredIsAnsweredWhateverAcceptSays(String accept) {
        Door.as("web-key")
                .header("Accept", accept)
                .body(track("accept-" + accept, "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("accepted", equalTo(1));
    }

    @Test
    void whoWantsToHearOfEveryItemDoes() {
        String body = batch(
                track("every-1", "acme", "u1", "Login"),
                track("every-1", "acme", "u1", "Login"),
                "{\"type\":\"track\",\"messageId\":\"every-2\",\"groupId\":\"acme\"}",
                "{\"type\":\"track\",\"messageId\":\"every-3\",\"integrations\":{\"Playcaller\":false}}");

        Door.as("web-key")
                .header("Prefer", "respond-async, return=representation; x=1")
                .body(body)
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .header("Preference-Applied", "return=representation")
                .body("items.outcome", contains("accepted", "duplicate", "refused", "skipped"))
                .body("items.id", contains("every-1", "every-1", "every-2", "every-3"))
                .body("items[2].problem.field", equalTo("/event"));
        Door.as("web-key")
                .body(body)
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .header("Preference-Applied", nullValue())
                .body("items", nullValue())
                .body("refused", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?verbose=1 | */* | true",
                "'' | application/json; verbose=1 | true",
                "'' | text/html, application/json;q=0.9;verbose=1 | true",
                "?verbose=0 | application/json | false",
                "'' | application/json, text/plain, */* | false"
            })
    void everyItemIsAlsoAnsweredBy(String query, String accept, boolean every) {
        Door.as("web-key")
                .header("Accept", accept)
                .body(batch(track("verbose" + query + accept, "acme", "u1", "Login")))
                .post("/v1/batch" + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Preference-Applied", nullValue())
                .body("items", every ? hasSize(1) : nullValue());
    }

    @Test
    void whatIsSwitchedOffForUsIsNotKeptAnywhere() {
        Door.as("web-key")
                .body("""
                        {"integrations":{"All":true,"Playcaller":false},
                         "batch":[{"type":"track","messageId":"off-1","userId":"u1","groupId":"acme","event":"Secret"}]}""")
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("skipped", equalTo(1))
                .body("refused", hasSize(0));

        assertThat(facts("off-1")).isEmpty();
        assertThat(Door.all(Topic.DEAD_LETTERS).stream()
                        .map(letter -> new String(letter.value(), StandardCharsets.UTF_8)))
                .noneMatch(letter -> letter.contains("off-1"));
    }
}
