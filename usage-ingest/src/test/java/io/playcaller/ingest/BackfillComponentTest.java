package io.playcaller.ingest;

import static io.playcaller.ingest.Backfills.end;
import static io.playcaller.ingest.Backfills.open;
import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.ingest.clock.app.ClockTable;
import io.playcaller.ingest.clock.app.ClockTable.Attempt;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.TimeoutException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Imports of history: what the log is told of them, and when. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BackfillComponentTest {

    private static final String ENDED = "io.playcaller.log.backfill-ended.v1";
    /** No relay takes it: what is in it waits. */
    private static final int SHARD_OF_NOBODY = 99;

    @Inject
    ClockTable clock;

    @Test
    void theEndIsSaidAfterTheFactsThatAreStillInTheOutbox() throws SQLException {
        awaitEmptyOutbox();
        open("crm-key", "run-slow");
        long waiting = waitingFact("slow-1");
        askForEnd("crm-key", "run-slow").body("endAnnounced", equalTo(false)).body("endWaits", containsString(": 1"));

        int ticks = ofType("io.playcaller.log.clock-ticked.v1").size();
        await().atMost(SOON)
                .until(() -> ofType("io.playcaller.log.clock-ticked.v1").size() > ticks);
        await().atMost(SOON).until(() -> metric("playcaller_ingest_backfill_end_waited_seconds") > 0);
        assertThat(said(ENDED, "run-slow")).isEmpty();

        Tables.run("update outbox set shard = 0 where id = " + waiting);
        end("crm-key", "run-slow");
        ConsumerRecord<String, byte[]> fact = Door.facts("slow-1").get(0);
        assertThat(said(ENDED, "run-slow"))
                .filteredOn(record -> record.partition() == fact.partition())
                .singleElement()
                .satisfies(record -> assertThat(record.offset()).isGreaterThan(fact.offset()));
        run("crm-key", "run-slow").body("endWaits", nullValue());
    }

    @Test
    void whatEntersTheOutboxLaterDoesNotHoldTheEndUp() throws SQLException {
        open("crm-key", "run-quick");
        end("crm-key", "run-quick");
        open("crm-key", "run-next");
        long later = waitingFact("quick-1");

        askForEnd("crm-key", "run-quick").body("endAnnounced", equalTo(true));
        Tables.run("delete from outbox where id = " + later);
        end("crm-key", "run-next");
    }

    /** The end is asked for while the clock says the start: it is not noted as said with it. */
    @Test
    void anEndThatIsAskedForDuringABeatIsSaidByTheNext() throws SQLException {
        UUID other = UUID.randomUUID();
        Tables.run(
                "insert into backfill_run (run_id, source, started_at) values ('run-short', 'crm', clock_timestamp())");

        await().atMost(SOON)
                .ignoreException(TimeoutException.class)
                .until(() -> beatOf(
                                other,
                                "update backfill_run set ended_at = clock_timestamp(), start_announced = false"
                                        + " where run_id = 'run-short' and not end_announced")
                        == Attempt.SAID);
        assertThat(Tables.value("select end_announced from backfill_run where run_id = 'run-short'"))
                .isEqualTo("f");
        clock.release(other);
        await().atMost(SOON).until(() -> !said(ENDED, "run-short").isEmpty());
    }

    @Test
    void aKeyActsForItsOwnSourceOnly() {
        Door.as("crm-key")
                .body("{\"runId\":\"run-foreign\",\"source\":\"web\"}")
                .post("/v1/backfills")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:playcaller:problem:backfill.of-another-source"))
                .body("detail", containsString("use a key of web, or a token of ops or admin"));
        open("web-key", "run-own");

        Door.as("crm-key")
                .body("{\"runId\":\"run-own\"}")
                .post("/v1/backfills")
                .then()
                .statusCode(403);
        Door.as("crm-key").get("/v1/backfills/run-own").then().statusCode(403);
        Door.as("crm-key").post("/v1/backfills/run-own/end").then().statusCode(403);
        Door.as("crm-key").post("/v1/backfills/run-none/end").then().statusCode(404);
        run("web-key", "run-own").body("endedAt", nullValue());
    }

    /** Its facts would be live by mistake; who sends them sees it in the metrics, too. */
    @Test
    void whatComesUnderARunThatIsNotOpenIsRefusedAndCounted() {
        open("web-key", "run-over");
        askForEnd("web-key", "run-over");
        double before = Door.refused("backfill.not-open");

        Door.as("web-key")
                .header("Playcaller-Backfill", "run-over")
                .body(Door.track("over-1", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:backfill.not-open"));

        assertThat(Door.refused("backfill.not-open")).isEqualTo(before + 1);
    }

    @Test
    void opsActForAnySource() {
        open("web-key", "run-stuck");

        ops().body("{\"runId\":\"run-stuck\",\"source\":\"crm\"}")
                .post("/v1/backfills")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:playcaller:problem:backfill.of-another-source"));
        ops().post("/v1/backfills/run-stuck/end").then().statusCode(200).body("endedAt", notNullValue());
    }

    private Attempt beatOf(UUID holder, String meanwhile) throws SQLException {
        Tables.run("update log_clock set held_until = '-infinity'");
        return clock.beat(holder, beat -> {
            try {
                Tables.run(meanwhile);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A fact of the register that its relay does not bring to the log. */
    private static long waitingFact(String id) throws SQLException {
        Envelope envelope = Envelope.own(id, "crm", Instant.now(), "acme", 0);
        OutboxRecord record = OutboxRecord.of(
                Door.topic(Topic.CUSTOMER_EVENTS),
                "acme",
                envelope,
                new ContactChanged("acme", UUID.randomUUID().toString(), ContactRole.USER, true, 1));
        return Long.parseLong(Tables.value(
                "insert into outbox (shard, topic, key, headers, value) values (?, ?, ?, ?, ?) returning id",
                SHARD_OF_NOBODY,
                record.topic(),
                record.key(),
                new String(WireJson.write(record.headers()), StandardCharsets.UTF_8),
                String.valueOf(record.value())));
    }

    /** What other tests wrote into the register may still be on its way. */
    private static void awaitEmptyOutbox() {
        await().atMost(SOON)
                .until(() -> Tables.value("select count(*) from outbox").equals("0"));
    }

    private static ValidatableResponse askForEnd(String key, String run) {
        return Door.as(key).post("/v1/backfills/" + run + "/end").then().statusCode(200);
    }

    private static ValidatableResponse run(String key, String run) {
        return Door.as(key).get("/v1/backfills/" + run).then().statusCode(200);
    }

    private static double metric(String name) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(Double.NaN);
    }

    private static List<ConsumerRecord<String, byte[]>> ofType(String type) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals(type))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> said(String type, String run) {
        return ofType(type).stream()
                .filter(record -> io.playcaller.testkit.TestTopics.text(record).contains(run))
                .toList();
    }
}
