package io.playcaller.chassis.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.playcaller.testkit.ChunkedPost;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlaycallerStack.class)
class ProblemsComponentTest {

    @Test
    void aRefusalKeepsItsStatusTypeAndDetail() {
        problem(when().get("/trial/refused").then(), 404, "account.unknown")
                .body("title", equalTo("Not found"))
                .body("detail", equalTo("there is no account acme"))
                .body("field", nullValue());
    }

    @Test
    void aRefusalFromAUniSaysWhenToTryAgainInWholeSeconds() {
        problem(when().get("/trial/away").then(), 503, "unavailable")
                .header("Retry-After", "2")
                .body("retryAfter", equalTo(2));
    }

    @Test
    void aLimitSaysWhenToTryAgainInTheHeadersOfNewAndOldSdks() {
        problem(when().get("/trial/limited").then(), 429, "rate.exceeded")
                .header("Retry-After", "3")
                .header("X-RateLimit-Reset", "3");
    }

    @Test
    void whatNobodyForesawIsAnIncidentThatGivesNothingAway() {
        problem(when().get("/trial/broken").then(), 500, "internal")
                .body("instance", startsWith("urn:uuid:"))
                .body(not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", ";", "text/plain, /"})
    void anAcceptThatNobodyCanReadCountsAsNone(String accept) {
        given().header("Accept", accept).get("/trial/names/ann").then().statusCode(200);
    }

    @Test
    void malformedJsonSaysLineAndColumn() {
        problem(json("{\"items\":\n [oops]}").post("/trial/orders").then(), 400, "json.malformed")
                .body("expected", equalTo("JSON"))
                .body("actual", containsString("line 2"));
    }

    @Test
    void jsonOfAnotherShapeNamesTheFieldAsPointer() {
        String body = "{\"items\":[{\"count\":1,\"name\":\"a\"},{\"count\":1,\"name\":\"b\",\"at\":\"yesterday\"}]}";

        problem(json(body).post("/trial/orders").then(), 400, "json.mismatch")
                .body("field", equalTo("/items/1/at"))
                .body("expected", equalTo("a time such as 2026-01-31T09:00:00Z"))
                .body("actual", equalTo("yesterday"));
    }

    @Test
    void aListWhereAnObjectIsExpectedIsAMismatchOfTheWhole() {
        problem(json("[]").post("/trial/orders").then(), 400, "json.mismatch")
                .body("field", equalTo(""))
                .body("expected", equalTo("an object"));
    }

    @Test
    void validationListsEveryField() {
        String body = "{\"items\":[{\"count\":0,\"name\":\" \"},{\"count\":1,\"name\":\"b\"}]}";

        problem(json(body).post("/trial/orders").then(), 400, "input.invalid")
                .body("field", equalTo("/items/0/count"))
                .body("actual", equalTo("0"))
                .body("errors", hasSize(2))
                .body("errors[1].field", equalTo("/items/0/name"));
    }

    @Test
    void aParameterIsNamedByItsName() {
        problem(when().get("/trial/limit?limit=0").then(), 400, "input.invalid")
                .body("field", equalTo("limit"))
                .body("errors", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "/trial/limit?limit=abc                   -> limit   -> a whole number of 32 bits -> abc",
                "/trial/limit?limit=2147483648            -> limit   -> a whole number of 32 bits -> 2147483648",
                "/trial/orders/foo                        -> orderId -> a UUID                    -> foo",
                "/trial/orders/foo?limit=abc              -> orderId -> a UUID                    -> foo",
                "/trial/orders/{id}?limit=abc             -> limit   -> a whole number of 32 bits -> abc",
                "/trial/orders/{id}?limit=1&page=1.5      -> page    -> a whole number of 32 bits -> 1.5",
                "/trial/names/a%00?of=web                 -> name    -> a text without NUL characters -> one with NUL",
                "/trial/names/ann?of=%00                  -> of      -> a text without NUL characters -> one with NUL"
            })
    void aParameterOfAnotherTypeIsNamed(String path, String field, String expected, String actual) {
        problem(
                        given().urlEncodingEnabled(false)
                                .when()
                                .get(path.replace("{id}", "00000000-0000-4000-8000-000000000001"))
                                .then(),
                        400,
                        "parameter.mismatch")
                .body("field", equalTo(field))
                .body("expected", equalTo(expected))
                .body("actual", equalTo(actual));
    }

    @Test
    void aParameterThatNobodyReadsMayHoldAnything() {
        given().urlEncodingEnabled(false)
                .when()
                .get("/trial/names/%2500?other=%00")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() {
        problem(json(" ".repeat(70_000)).post("/trial/orders").then(), 413, "body.too-large")
                .body("field", equalTo(""))
                .body("expected", equalTo("at most 65536 bytes"))
                .body("actual", equalTo("70000 bytes"));
    }

    @Test
    void aBodyThatTurnsOutToBeTooLargeIsAnsweredAndItsConnectionClosed() throws IOException {
        assertThat(ChunkedPost.withoutEnd(RestAssured.port, "/trial/orders", 100_000))
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: " + Problem.MEDIA_TYPE)
                .contains("urn:playcaller:problem:body.too-large", "at most 65536 bytes");
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsReadUpToTheLimit() throws IOException {
        String full = "{\"items\":[]" + " ".repeat(65_536 - 12) + "}";

        assertThat(ChunkedPost.whole(RestAssured.port, "/trial/orders", "{\"items\":[]}"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(ChunkedPost.whole(RestAssured.port, "/trial/orders", full)).startsWith("HTTP/1.1 200 ");
        assertThat(ChunkedPost.whole(RestAssured.port, "/trial/orders", full + " "))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void theFrameworksOwnRefusalsAreProblemsToo() {
        problem(when().get("/nowhere").then(), 404, "not-found");
        problem(when().get("/trial/nowhere").then(), 404, "not-found");
        problem(when().delete("/trial/orders").then(), 405, "method-not-allowed");
        problem(
                given().contentType("text/csv")
                        .body("a,b")
                        .post("/trial/orders")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void withoutATokenNobodyIsKnown() {
        problem(when().get("/trial/leads").then(), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "foreign", "garbage"})
    void aTokenThatCannotBeBelievedIsRefused(String kind) {
        String token = switch (kind) {
            case "expired" -> TestTokens.expired("ana", "lead");
            case "foreign" -> TestTokens.foreign("ana", "lead");
            default -> "garbage";
        };

        problem(bearing(token).get("/trial/leads").then(), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTokenWithoutTheRoleMayNot() {
        problem(
                bearing(TestTokens.token("bo", "viewer", "csm"))
                        .get("/trial/leads")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void aTokenWithTheRoleMay() {
        bearing(TestTokens.token("ana", "lead")).get("/trial/leads").then().statusCode(200);
    }

    @Test
    void anEndpointThatNamesNoRoleAnswersNobody() {
        problem(
                bearing(TestTokens.token("ana", "admin"))
                        .get("/trial/forgotten")
                        .then(),
                403,
                "forbidden");
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body).when();
    }

    private static RequestSpecification bearing(String token) {
        return given().auth().oauth2(token).when();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("type", equalTo("urn:playcaller:problem:" + code))
                .body("status", equalTo(status));
    }
}
