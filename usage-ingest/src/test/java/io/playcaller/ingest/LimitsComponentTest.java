package io.playcaller.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.testkit.ChunkedPost;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The limits are said, and hold. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class LimitsComponentTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void everyLimitIsSaidAndExported() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("vera", "viewer"))
                .get("/v1/limits")
                .then()
                .statusCode(200)
                .body("eventBytes", equalTo(32_768))
                .body("requestBytes", equalTo(512_000))
                .body("requestEvents", equalTo(2_500))
                .body("requestBytesAsTheyCome", equalTo(4_194_304))
                .body("largeBodiesBytes", equalTo(33_554_432))
                .body("bulkBytes", equalTo(1_073_741_824))
                .body("bulkRowBytes", equalTo(512_000))
                .body("bulkRefusedRows", equalTo(1_000))
                .body("bulkUploadsAtOnce", equalTo(2))
                .body("bulkHeaderBytes", equalTo(65_536))
                .body("bulkNumberCharacters", equalTo(40))
                .body("mappings", equalTo(100))
                .body("mappingBytes", equalTo(65_536))
                .body("accountsOfPerson", equalTo(50))
                .body("domainLabels", equalTo(10))
                .body("domainCharacters", equalTo(253))
                .body("nestingLevels", equalTo(200))
                .body("messageIdCharacters", equalTo(100))
                .body("textCharacters", equalTo(256))
                .body("eventsInWork", equalTo(20_000))
                .body("heldEventsOfSource", equalTo(10_000))
                .body("heldEvents", equalTo(50_000))
                .body("heldBytesOfSource", equalTo(67_108_864))
                .body("heldBytes", equalTo(268_435_456))
                .body("heldSeconds", equalTo(86_400))
                .body("eventNamesOfSource", equalTo(1_000))
                .body("eventsPerSecond", equalTo(20_000))
                .body("eventsAtOnce", equalTo(200_000));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_limit{limit=\"nestingLevels\"} 200.0")
                .contains("playcaller_ingest_limit{limit=\"requestBytes\"} 512000.0");
    }

    @Test
    void aKeySeesTheRateOfItsSource() {
        String key = RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"modest\",\"feeds\":[\"usage\"],\"eventsPerSecond\":7}")
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");

        Door.as(key).get("/v1/limits").then().statusCode(200).body("eventsPerSecond", equalTo(7));
    }

    @Test
    void aBombThatInflatesAThousandfoldIsAnsweredLikeAnyLargeBody() throws IOException {
        byte[] bomb = gzip(200);
        assertThat(bomb.length).isLessThan(MEGABYTE);

        Door.as("web-key")
                .header("Content-Encoding", "gzip")
                .body(bomb)
                .post("/v1/batch")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:playcaller:problem:body.too-large"));
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsStoppedAtTheLimitAnsweredAndCounted() throws IOException {
        double before = Door.refused("body.too-large");

        assertThat(ChunkedPost.withoutEnd(RestAssured.port, "/v1/batch", 5 * MEGABYTE))
                .startsWith("HTTP/1.1 413 ")
                .contains("urn:playcaller:problem:body.too-large", "at most 4194304 bytes");

        assertThat(Door.refused("body.too-large")).isEqualTo(before + 1);
        String keyed = Door.batch(Door.track("chunked-1", "acme", "u1", "Login"))
                .replace("{\"batch\"", "{\"writeKey\":\"web-key\",\"batch\"");
        assertThat(ChunkedPost.whole(RestAssured.port, "/v1/batch", keyed)).startsWith("HTTP/1.1 200 ");
        assertThat(Door.facts("chunked-1")).hasSize(1);
    }

    /** Who reads a key in a page could else fill the dead letters with one request. */
    @Test
    void aBatchOfTooManyEventsIsRefusedWholeAndIsOneLetter() {
        Door.as("web-key")
                .body("{\"mark\":\"far-too-many\",\"batch\":[" + "1,".repeat(2_500) + "1]}")
                .post("/v1/batch")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:playcaller:problem:batch.too-many"))
                .body("field", equalTo("/batch"))
                .body("expected", equalTo("at most 2500 events"));
        Door.as("web-key")
                .contentType("application/cloudevents-batch+json")
                .body("[" + "1,".repeat(2_500) + "1]")
                .post("/v1/events")
                .then()
                .statusCode(413)
                .body("field", equalTo(""));

        assertThat(Letters.onTheTopic("far-too-many"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("batch.too-many"));
    }

    @Test
    void anEventThatIsTooDeepIsRefusedAndItsNeighbourIsNot() {
        String deep = Door.track("deep-1", "acme", "u1", "Login")
                .replace("\"context\"", "\"more\":" + arrays(300) + ",\"context\"");

        Door.as("web-key")
                .body(Door.batch(deep, Door.track("deep-2", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:json.too-deep"));
        Door.as("web-key").body(deep).post("/v1/track").then().statusCode(400);
        assertThat(Door.facts("deep-2")).hasSize(1);
    }

    private static String arrays(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    /** Zeros, in megabytes. */
    private static byte[] gzip(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[MEGABYTE];
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < megabytes; i++) {
                gzip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
