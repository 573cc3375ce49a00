package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.track;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the doors say when they do not take a request: always a reason, and a status that no SDK sends again. 503 stands in
 * {@link KafkaAwayComponentTest}, what SDKs do in {@link SdkRetriesProofComponentTest}.
 */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class AnswersComponentTest {

    private static final String GOOD = track("never-stored", "acme", "u1", "Login");

    static Stream<Arguments> whatIsNotTaken() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"web\",\"type\":\"com.example.other\"}";
        return Stream.of(
                arguments("/v1/track", "web-key", Map.of(), "{\"userId\":\"u1\"}", 400, "field.missing"),
                arguments("/v1/track", "web-key", Map.of(), "[]", 400, "json.unreadable"),
                arguments("/v1/batch", "web-key", Map.of(), "{}", 400, "json.unreadable"),
                arguments("/v1/events", "web-key", cloudEvent(), event, 400, "type.unknown"),
                arguments("/v1/events", "web-key", cloudEvent(), "{", 400, "json.unreadable"),
                arguments("/v1/track", "web-key", Map.of("Content-Encoding", "gzip"), GOOD, 400, "encoding.broken"),
                arguments("/v1/track", "nobodys-key", Map.of(), GOOD, 401, "unauthorized"),
                arguments("/v1/events", "nobodys-key", cloudEvent(), event, 401, "unauthorized"),
                arguments("/v1/batch", "crm-key", Map.of(), batch(GOOD), 403, "forbidden"),
                arguments("/v1/track", "web-key", Map.of("Playcaller-Backfill", "x"), GOOD, 409, "backfill.not-open"),
                arguments("/v1/track", "web-key", Map.of(), padded(40_000), 413, "event.too-large"),
                arguments("/v1/batch", "web-key", Map.of(), padded(600_000), 413, "body.too-large"),
                arguments("/v1/track", "web-key", Map.of("Content-Encoding", "br"), GOOD, 415, "encoding.unknown"));
    }

    @ParameterizedTest(name = "{5} at {0}: {4}")
    @MethodSource("whatIsNotTaken")
    void whatIsNotTakenIsAnsweredWithTheReasonAndForGood(
            String path, String key, Map<String, String> headers, String body, int status, String code) {
        Door.as(key)
                .headers(headers)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:" + code))
                .body("detail", notNullValue());
    }

    /** PostgreSQL keeps every character but NUL: a question with one would end there as a fault of ours. */
    @ParameterizedTest
    @CsvSource({
        "/v1/catalogue?source=%00, source",
        "/v1/held?source=%00, source",
        "/v1/dead-letters?account=a%00, account",
        "/v1/dead-letters?source=%00, source",
        "/v1/dead-letters/%00, letterId",
        "/v1/texts?account=acme&ticket=%00, ticket",
        "/v1/mappings/%00, name",
        "/v1/erasures?cursor=MjAyNi0wMy0wMVQwMDowMDowMFoKAA, cursor",
        "/v1/catalogue?cursor=d2ViCgA, cursor"
    })
    void aQuestionThatNoTableCanAnswerNamesItsParameter(String path, String parameter) {
        Letters.ops()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(parameter));
    }

    private static Map<String, String> cloudEvent() {
        return Map.of("Content-Type", "application/cloudevents+json");
    }

    private static String padded(int bytes) {
        return track("never-stored", "acme", "u1", "x".repeat(bytes));
    }
}
