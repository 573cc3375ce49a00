package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Letters.awaitKept;
import static io.playcaller.ingest.Letters.kept;
import static io.playcaller.ingest.Letters.ops;
import static io.playcaller.ingest.Letters.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.event.app.Attempt;
import io.playcaller.ingest.event.app.BatchesInWork;
import io.playcaller.ingest.letter.app.Keeping;
import io.playcaller.ingest.letter.app.LetterSweep;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** The letters of all services, kept, found and forgotten. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class DeadLettersComponentTest {

    @Inject
    LetterSweep sweep;

    @Inject
    Keeping keeping;

    @Inject
    BatchesInWork batches;

    @Test
    void lettersAreFoundByWhatIsKnownOfThem() {
        for (int i = 0; i < 3; i++) {
            keep(letter(
                    "dl-find-" + i, Place.HTTP, "dl-web", "field.missing", "{\"accountId\":\"dl-acme\"}", Map.of()));
        }
        keep(letter("dl-find-3", Place.FORECAST, "dl-web", "event.unreadable", "{}", Map.of()));

        ops().get("/v1/dead-letters?source=dl-web&reason=field.missing&place=http&account=dl-acme&state=waiting")
                .then()
                .body("items", hasSize(3))
                .body("items[0].detail", equalTo("why"))
                .body("next", nullValue());
        String next = ops().get("/v1/dead-letters?source=dl-web&limit=3")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");
        ops().get("/v1/dead-letters?source=dl-web&limit=3&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        ops().get("/v1/dead-letters?source=dl-web&since=2100-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0));
        ops().get("/v1/dead-letters?cursor=nowhere")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:cursor.invalid"));
        ops().get("/v1/dead-letters?state=asleep").then().statusCode(400).body("field", equalTo("state"));
        Letters.get("dl-nothing").statusCode(404);
    }

    @Test
    void aSignalThatCouldNotBeRoutedIsWrittenAgainAsItStands() {
        RecordMetadata at;
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.create(Door.topic(Topic.SIGNALS), 2);
            var signal = new ProducerRecord<>(
                    Door.topic(Topic.SIGNALS), 1, "acme", "{\"dl\":\"signal\"}".getBytes(StandardCharsets.UTF_8));
            signal.headers().add("ce_id", "dl-signal".getBytes(StandardCharsets.UTF_8));
            at = topics.produce(signal);
        }
        Map<String, String> where = Map.of("topic", at.topic(), "partition", "1", "offset", Long.toString(at.offset()));
        keep(letter("dl-signal", Place.ROUTER, "playcaller/health-service", "routing.failed", "{}", where));

        replay("dl-signal", "{\"payload\":{}}").statusCode(409);
        replay("dl-signal").statusCode(200).body("letter.state", equalTo("republished"));
        replay("dl-signal").statusCode(200).body("attempts", hasSize(1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Door.all(Topic.SIGNALS))
                        .hasSize(2)
                        .allSatisfy(record -> {
                            assertThat(record.partition()).isEqualTo(1);
                            assertThat(record.key()).isEqualTo("acme");
                            assertThat(TestTopics.text(record)).isEqualTo("{\"dl\":\"signal\"}");
                            assertThat(Door.header(record, "ce_id")).isEqualTo("dl-signal");
                        }));
    }

    @Test
    void whatIsNotReplayableSaysWhy() {
        keep(letter("dl-fold", Place.HEALTH, "web", "fold.failed", "{}", Map.of("kafka_partition", "0")));

        Letters.get("dl-fold").body("notReplayable", containsString("would count twice"));
        replay("dl-fold")
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:letter.not-replayable"))
                .body("detail", containsString("would count twice"));
        ops().body("{\"reason\":\"fold.failed\",\"preview\":true}")
                .post("/v1/dead-letters/replay")
                .then()
                .body("replayable", equalTo(0));
        ops().body("{\"reason\":\"fold.failed\"}")
                .post("/v1/dead-letters/replay")
                .then()
                .body("notReplayable", equalTo(1));
    }

    @Test
    void aRecordThatIsNoLetterIsKeptAsOneAndHarmsNobody() {
        RecordMetadata poison;
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            // Without the attributes of an event.
            poison = topics.produce(new ProducerRecord<>(
                    Door.topic(Topic.DEAD_LETTERS),
                    "k",
                    WireJson.write(letter("dl-poison", Place.HTTP, "web", "r", "{}", Map.of()))));
        }
        keep(letter("dl-after", Place.HTTP, "web", "field.missing", "{}", Map.of()));

        String id = Ids.derived("letter.unreadable", poison.topic(), poison.partition(), poison.offset())
                .toString();
        awaitKept(id);
        Letters.get(id).body("letter.place", equalTo("unknown")).body("letter.reason", equalTo("letter.unreadable"));
    }

    @Test
    void aForgottenPersonLeavesNoLetter() {
        person("dl-ada", "Ada@Engine.example");
        person("dl-bob", "bob@engine.example");
        keep(letter("dl-erase-1", Place.HTTP, "web", "r", "{\"userId\":\"dl-ada\",\"event\":", Map.of()));
        keep(letter("dl-erase-2", Place.HTTP, "web", "r", "{}", Map.of("context", "{\"t\":\"ada@engine.EXAMPLE\"}")));
        keep(letter("dl-erase-3", Place.HTTP, "web", "r", "{\"userId\":\"dl-bob\"}", Map.of()));
        replay("dl-erase-1", "{\"payload\":\"{\\\"secret\\\":1\"}").body("letter.state", equalTo("refused"));

        Door.as("crm-key").delete("/v1/people/dl-ada").then().statusCode(200);

        for (String erased : List.of("dl-erase-1", "dl-erase-2")) {
            Letters.get(erased)
                    .body("letter.state", equalTo("erased"))
                    .body("letter.detail", nullValue())
                    .body("content", nullValue());
            replay(erased).statusCode(200).body("letter.state", equalTo("erased"));
        }
        Letters.get("dl-erase-1").body("attempts[0].correction", nullValue()).body("attempts[0].detail", nullValue());
        Letters.get("dl-erase-3")
                .body("letter.state", equalTo("waiting"))
                .body("content.payload", containsString("dl-bob"));
        Door.as("crm-key").get("/v1/people/dl-ada").then().statusCode(404);
    }

    @Test
    void aLetterOfAForgottenPersonThatIsStillOnItsWayBringsNothingBack() {
        person("dl-eve", "eve@engine.example");
        Instant before = Instant.now().minus(Duration.ofMinutes(1));
        Door.as("crm-key").delete("/v1/people/dl-eve").then().statusCode(200);

        keep(letter("dl-late", Place.HTTP, "web", "r", "{\"userId\":\"dl-eve\"}", Map.of()), before);
        keep(letter("dl-later", Place.HTTP, "web", "r", "{\"userId\":\"dl-eve\"}", Map.of()), Instant.now());

        Letters.get("dl-late").body("letter.state", equalTo("erased")).body("content", nullValue());
        // Who came back is a new person.
        Letters.get("dl-later").body("letter.state", equalTo("waiting"));
    }

    @Test
    void aWriteKeyIsNotKept() {
        Door.as("web-key")
                .body("{\"writeKey\": \"web-key\", \"batch\": [{\"messageId\":\"dl-key-1\"")
                .post("/v1/batch")
                .then()
                .statusCode(400);

        Letters.get(kept("dl-key-1"))
                .body("content.payload", containsString("dl-key-1"))
                .body("content.payload", not(containsString("web-key")));
    }

    @Test
    void theTableKeepsItsBounds() throws SQLException {
        for (int i = 0; i < 5; i++) {
            keep(letter("dl-keep-" + i, Place.HTTP, "dl-loud", "r", "{}", Map.of()));
        }
        Tables.run(
                "update dead_letter set written_at = written_at - interval '15 days' where letter_id = 'dl-keep-0'",
                "update dead_letter set written_at = written_at - interval '2 days' where letter_id = 'dl-keep-3'");

        sweep.sweep().await().atMost(SOON);
        Letters.get("dl-keep-0").statusCode(404);
        ops().get("/v1/dead-letters?source=dl-loud").then().body("items", hasSize(4));

        keeping.deleteBeyond(3).await().atMost(SOON);
        Letters.get("dl-keep-3").statusCode(404);
        ops().get("/v1/dead-letters?source=dl-loud").then().body("items", hasSize(3));
    }

    private static void person(String user, String email) {
        Door.as("crm-key")
                .body("{\"accountId\":\"acme\",\"email\":\"%s\"}".formatted(email))
                .put("/v1/people/" + user)
                .then()
                .statusCode(200);
    }

    @Test
    void whatCannotBeKeptYetIsKeptLater() throws SQLException {
        DeadLetter letter = letter("dl-wait", Place.HTTP, "web", "r", "{}", Map.of());
        Tables.run("ALTER TABLE dead_letter RENAME TO dead_letter_away");
        try {
            write(letter, Instant.now());
            await().atMost(SOON).until(() -> triesAtLetters() > 1);
        } finally {
            Tables.run("ALTER TABLE dead_letter_away RENAME TO dead_letter");
        }
        awaitKept(letter.letterId());
    }

    private int triesAtLetters() {
        Attempt attempt = batches.attempts().get(Topic.DEAD_LETTERS);
        return attempt == null ? 0 : attempt.number();
    }

    private static DeadLetter letter(
            String id, Place place, String source, String reason, String payload, Map<String, String> attributes) {
        return new DeadLetter(
                id,
                place,
                source,
                reason,
                "why",
                null,
                null,
                null,
                Instant.now(),
                "application/json",
                payload,
                false,
                attributes);
    }

    private static void keep(DeadLetter letter) {
        keep(letter, Instant.now());
    }

    private static void keep(DeadLetter letter, Instant at) {
        write(letter, at);
        awaitKept(letter.letterId());
    }

    private static void write(DeadLetter letter, Instant at) {
        Envelope envelope = Envelope.own(letter.letterId(), "test", at, null, 0);
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            topics.produce(new ProducerRecord<>(
                    Door.topic(Topic.DEAD_LETTERS),
                    null,
                    at.toEpochMilli(),
                    letter.letterId(),
                    WireJson.write(letter),
                    EventCodec.headers(envelope, EventType.of(letter))));
        }
    }
}
