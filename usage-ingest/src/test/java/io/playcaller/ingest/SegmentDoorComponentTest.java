package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static io.playcaller.ingest.Door.track;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SegmentDoorComponentTest {

    @Test
    void anAcceptedTrackIsInTheLogWhenItIsAnswered() {
        Door.as("web-key")
                .body(track("seg-1", "acme", "ann@acme.example", "Report Exported"))
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("refused", hasSize(0));

        var found = facts("seg-1");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).key()).isEqualTo("acme");
        assertThat(header(found.get(0), "ce_source")).isEqualTo("web");
        assertThat(header(found.get(0), "ce_origin")).isEqualTo("live");
        UsageRecorded usage = WireJson.read(found.get(0).value(), UsageRecorded.class);
        assertThat(usage.accountId()).isEqualTo("acme");
        assertThat(usage.event()).isEqualTo("Report Exported");
        assertThat(usage.personId()).isNotNull().isNotEqualTo("ann@acme.example");
    }

    @Test
    void theSameMessageTwiceIsOneRecord() {
        String body = track("seg-2", "acme", "u1", "Login");
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200);

        Door.as("web-key")
                .body(batch(body, body, track("seg-2b", "acme", "u1", "Login")))
                .post("/v1/batch/")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(2));

        assertThat(facts("seg-2")).hasSize(1);
        assertThat(facts("seg-2b")).hasSize(1);
    }

    @Test
    void aBadItemHarmsNobodyAndIsKeptWhole() {
        Door.as("web-key")
                .body(batch(
                        track("seg-3", "acme", "u1", "Login"),
                        "{\"type\":\"track\",\"messageId\":\"seg-4\",\"userId\":\"u1\",\"groupId\":\"acme\"}",
                        "\"not an object\"",
                        track("seg-5", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", hasSize(2))
                .body("refused[0].index", equalTo(1))
                .body("refused[0].id", equalTo("seg-4"))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:field.missing"))
                .body("refused[0].problem.field", equalTo("/event"))
                .body("refused[0].problem.expected", containsString("text"))
                .body("refused[0].problem.actual", equalTo("absent"))
                .body("refused[1].index", equalTo(2));

        assertThat(facts("seg-3")).hasSize(1);
        assertThat(facts("seg-5")).hasSize(1);
        DeadLetter letter = letter("seg-4");
        assertThat(letter.reason()).isEqualTo("field.missing");
        assertThat(letter.payload())
                .isEqualTo("{\"type\":\"track\",\"messageId\":\"seg-4\",\"userId\":\"u1\",\"groupId\":\"acme\"}");
    }

    @Test
    void anUnknownAccountWaitsAndIsKeptWithWhatTheBatchSaid() throws SQLException {
        Door.as("web-key")
                .body("""
                        {"sentAt":"2026-01-01T00:00:00Z","context":{"ip":"::1"},
                         "batch":[{"type":"track","messageId":"seg-6","userId":"stranger","event":"Login"}]}""")
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("held", equalTo(1))
                .body("refused", hasSize(0));
        Held.expire("seg-6");

        DeadLetter letter = letter("seg-6");
        assertThat(letter.reason()).isEqualTo("account.unknown");
        assertThat(letter.attributes()).containsEntry("sentAt", "2026-01-01T00:00:00Z");
        assertThat(facts("seg-6")).isEmpty();
    }

    @Test
    void aGroupCallSaysWhoseLaterEventsAre() {
        Door.as("web-key").body("""
                        {"batch":[
                         {"type":"identify","messageId":"seg-7","userId":"u7","traits":{"name":"Grace Hopper","email":"grace@navy.example"}},
                         {"type":"group","messageId":"seg-8","userId":"u7","groupId":"navy"},
                         {"type":"track","messageId":"seg-9","userId":"u7","event":"Login"}]}""").post("/v1/batch").then().statusCode(200).body("accepted", equalTo(3));
        Door.as("web-key")
                .body("{\"messageId\":\"seg-10\",\"userId\":\"u7\",\"event\":\"Login\"}")
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(facts("seg-9"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.key()).isEqualTo("navy"));
        assertThat(facts("seg-10"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.key()).isEqualTo("navy"));
        org.awaitility.Awaitility.await()
                .atMost(Door.SOON)
                .untilAsserted(() -> assertThat(facts("seg-8")).hasSize(1));
    }

    @Test
    void gzipTextPlainAndAKeyInTheBodyAreTaken() throws IOException {
        String body = "{\"writeKey\":\"web-key\",\"batch\":[" + track("seg-11", "acme", "u1", "Login") + "]}";
        given().contentType("text/plain")
                .header("Content-Encoding", "gzip")
                .body(gzip(body))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(facts("seg-11")).hasSize(1);
    }

    @Test
    void aKeyWithoutColonIsTaken() {
        given().header("Authorization", "Basic " + Door.base64("web-key"))
                .contentType("application/json")
                .body(track("seg-12", "acme", "u1", "Login"))
                .post("/v1/track/")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutAValidKeyNothingIsReadAndTheRefusalIsCounted() {
        double missing = Door.refused("key.missing");
        double unknown = Door.refused("key.unknown");
        double scope = Door.refused("key.scope");
        given().contentType("application/json")
                .body(track("seg-13", "acme", "u", "x"))
                .post("/v1/track")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        Door.as("no-such-key").body("not even json").post("/v1/batch").then().statusCode(401);
        Door.as("crm-key")
                .body(batch(track("seg-13", "acme", "u", "x")))
                .post("/v1/batch")
                .then()
                .statusCode(403);
        Door.as("no-such-key").post("/v1/heartbeat").then().statusCode(401);

        assertThat(facts("seg-13")).isEmpty();
        assertThat(Door.refused("key.missing")).isEqualTo(missing + 1);
        assertThat(Door.refused("key.unknown")).isEqualTo(unknown + 2);
        assertThat(Door.refused("key.scope")).isEqualTo(scope + 1);
    }

    @Test
    void limitsAreAnsweredAndCounted() {
        double events = Door.refused("event.too-large");
        double bodies = Door.refused("body.too-large");
        double encodings = Door.refused("encoding.unknown");
        String large = "x".repeat(40_000);
        Door.as("web-key")
                .body(batch(track("seg-14", "acme", "u1", "Login"), track("seg-15", "acme", "u1", large)))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:event.too-large"));
        Door.as("web-key")
                .body(track("seg-15", "acme", "u1", large))
                .post("/v1/track")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:playcaller:problem:event.too-large"));
        Door.as("web-key")
                .body(batch(track("seg-16", "acme", "u1", "x".repeat(600_000))))
                .post("/v1/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("expected", equalTo("at most 512000 bytes uncompressed"));
        Door.as("web-key")
                .body(batch(track("seg-16", "acme", "u1", "x".repeat(4_200_000))))
                .post("/v1/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("expected", equalTo("at most 4194304 bytes"));
        Door.as("web-key")
                .header("Content-Encoding", "br")
                .body("?")
                .post("/v1/batch")
                .then()
                .statusCode(415)
                .body("field", equalTo("Content-Encoding"));

        assertThat(Door.refused("event.too-large")).isEqualTo(events + 2);
        assertThat(Door.refused("body.too-large")).isEqualTo(bodies + 2);
        assertThat(Door.refused("encoding.unknown")).isEqualTo(encodings + 1);
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedAndKept() {
        Door.as("web-key")
                .body("{\"writeKey\":\"web-key\",\"batch\":[{\"messageId\":\"seg-17\"")
                .post("/v1/batch")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:json.unreadable"));

        DeadLetter letter = letter("seg-17");
        assertThat(letter.reason()).isEqualTo("json.unreadable");
        assertThat(letter.payload()).isEqualTo("{\"writeKey\":\"***\",\"batch\":[{\"messageId\":\"seg-17\"");
    }

    private static DeadLetter letter(String part) {
        List<DeadLetter> letters = Door.all(Topic.DEAD_LETTERS).stream()
                .map(record -> WireJson.read(record.value(), DeadLetter.class))
                .filter(letter -> letter.payload().contains(part))
                .toList();
        assertThat(letters).as("dead letters with " + part).hasSize(1);
        return letters.get(0);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
