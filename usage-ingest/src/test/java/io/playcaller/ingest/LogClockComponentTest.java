package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.SettableClock;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class LogClockComponentTest {

    private static final int PARTITIONS = 4;

    /**
     * A log cannot go back in time; the next test gets a clock that never jumped. The row of the clock is locked first, as a
     * tick does it: neither waits for the other.
     */
    @AfterEach
    void clockThatNeverJumped() throws SQLException {
        Tables.run(
                "select from log_clock for update",
                "update source set last_seen = last_seen - (select offset_value from log_clock)",
                "update clock_offset set offset_value = interval '0'",
                "update log_clock set offset_value = interval '0', last_tick = '-infinity'");
    }

    @Test
    void everyPartitionTicksAndTimeNeverGoesBack() {
        int before = ticks().size();
        await().atMost(SOON).until(() -> ticks().size() >= before + 5 * PARTITIONS);

        Map<Integer, List<Instant>> byPartition = ticks().stream()
                .skip(before)
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition, Collectors.mapping(LogClockComponentTest::at, Collectors.toList())));
        assertThat(byPartition).hasSize(PARTITIONS);
        assertThat(byPartition.values())
                .allSatisfy(times -> assertThat(times).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void aSourceLivesWhileItBeatsAndOneThatNeverSpokeIsNotKnown() throws SQLException {
        String key = create("nightly", "PT1H");
        assertThat(alive("nightly")).isEmpty();

        Door.as(key).post("/v1/heartbeat").then().statusCode(204);
        await().atMost(SOON).until(() -> alive("nightly").isPresent());

        Tables.run(
                "update log_clock set open_since = open_since - interval '1 day'",
                "update source set last_seen = last_seen - interval '2 hours' where name = 'nightly'");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events("io.playcaller.log.source-quiet.v1", "nightly"))
                        .hasSize(PARTITIONS));
        Door.as(key).post("/v1/heartbeat").then().statusCode(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events("io.playcaller.log.source-back.v1", "nightly"))
                        .hasSize(PARTITIONS));
    }

    @Test
    void aJumpOfTheClockCarriesLivingSourcesAlong() {
        String key = create("steady", "PT1H");
        Door.as(key).post("/v1/heartbeat").then().statusCode(204);
        await().atMost(SOON).until(() -> alive("steady").isPresent());

        Instant before = Instant.now();
        SettableClock.of("ingest").set(Duration.ofDays(3));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alive("steady"))
                        .hasValueSatisfying(through -> assertThat(through).isAfter(before.plus(Duration.ofDays(3)))));
        await().atMost(SOON).untilAsserted(() -> {
            String id = "jump-" + System.nanoTime();
            Door.as("web-key")
                    .body("{\"messageId\":\"%s\",\"groupId\":\"acme\",\"event\":\"Login\",\"timestamp\":\"%s\"}"
                            .formatted(id, Instant.now()))
                    .post("/v1/track")
                    .then()
                    .statusCode(200);
            var fact = Door.facts(id).get(0);
            assertThat(header(fact, "ce_origin")).isEqualTo("live");
            assertThat(OffsetDateTime.parse(header(fact, "ce_time")).toInstant())
                    .isAfter(before.plus(Duration.ofDays(3)));
        });
        assertThat(events("io.playcaller.log.source-quiet.v1", "steady")).isEmpty();
    }

    /** It delivers for one hour a week, and gave its last sign of life two days ago. */
    @Test
    void aJumpCarriesWhoIsSilentByItsPatternAndForgetsTheWeeksThatNobodyLivedThrough() throws SQLException {
        create("weekly", "PT1H");
        Tables.run(
                "insert into source_hour (source, hour, came, refused, beats) select 'weekly',"
                        + " floor(extract(epoch from playcaller_now()) / 3600)::bigint - 48 - 168 * week, 500, 0, 0"
                        + " from generate_series(0, 5) as week",
                "update source set last_seen = playcaller_now() - interval '48 hours' where name = 'weekly'");
        await().atMost(SOON).until(() -> alive("weekly").isPresent());

        Instant before = Instant.now();
        SettableClock.of("ingest").set(Duration.ofDays(3));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alive("weekly"))
                        .hasValueSatisfying(through -> assertThat(through).isAfter(before.plus(Duration.ofDays(3)))));
        assertThat(events("io.playcaller.log.source-quiet.v1", "weekly")).isEmpty();
        // The tick can be read before the transaction that says it is over.
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Tables.value("select count(*) from source_hour where source = 'weekly'"))
                                .isEqualTo("0"));
    }

    /** The last tick is made four hours old while another replica holds the clock, so that this one finds it so. */
    @Test
    void afterAnOutageOfTheDoorsTheLogsTimeStandsStillAndRunsAreSaidAllTheSame() throws SQLException {
        Instant closed = Instant.now().minus(Duration.ofHours(4)).truncatedTo(ChronoUnit.MILLIS);
        Tables.run(
                "update log_clock set holder = '%s', held_until = clock_timestamp() + interval '1 second', last_tick = '%s'"
                        .formatted(UUID.randomUUID(), closed));

        await().atMost(SOON)
                .until(() -> ticks().stream()
                                .map(LogClockComponentTest::at)
                                .filter(at -> at.isAfter(closed) && at.isBefore(closed.plusSeconds(1)))
                                .count()
                        >= 3 * PARTITIONS);
        Backfills.open("web-key", "run-after-outage");

        List<ConsumerRecord<String, byte[]>> ticks = ticks();
        assertThat(at(ticks.get(ticks.size() - 1))).isBefore(closed.plusSeconds(1));
        assertThat(events("io.playcaller.log.backfill-started.v1", "run-after-outage"))
                .hasSize(PARTITIONS);
        Door.as("web-key").post("/v1/backfills/run-after-outage/end").then().statusCode(200);
    }

    @Test
    void anImportIsBaselineAndSaidInEveryPartition() {
        Backfills.open("web-key", "run-1").body("source", equalTo("web"));
        Door.as("web-key")
                .body("{\"runId\":\"run-1\"}")
                .post("/v1/backfills")
                .then()
                .statusCode(200);
        Door.as("web-key")
                .header("Playcaller-Backfill", "run-1")
                .body(Door.track("backfill-1", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        Backfills.end("web-key", "run-1").body("endedAt", notNullValue());
        Door.as("web-key")
                .header("Playcaller-Backfill", "run-1")
                .body(Door.track("backfill-2", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(409);

        assertThat(header(Door.facts("backfill-1").get(0), "ce_origin")).isEqualTo("baseline");
        assertThat(events("io.playcaller.log.backfill-started.v1", "run-1")).hasSize(PARTITIONS);
        assertThat(events("io.playcaller.log.backfill-ended.v1", "run-1")).hasSize(PARTITIONS);
        assertThat(Door.facts("backfill-2")).isEmpty();
    }

    private static String create(String name, String quietAfter) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"%s\",\"feeds\":[\"usage\"],\"quietAfter\":\"%s\"}".formatted(name, quietAfter))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    private static List<ConsumerRecord<String, byte[]>> ticks() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals("io.playcaller.log.clock-ticked.v1"))
                .toList();
    }

    private static Instant at(ConsumerRecord<String, byte[]> record) {
        return WireJson.read(record.value(), ClockTicked.class).at();
    }

    private static Optional<Instant> alive(String source) {
        List<ConsumerRecord<String, byte[]>> said =
                ticks().stream().filter(record -> record.partition() == 0).toList();
        return Optional.of(said)
                .filter(ticks -> !ticks.isEmpty())
                .map(ticks -> WireJson.read(ticks.get(ticks.size() - 1).value(), ClockTicked.class))
                .flatMap(tick -> tick.sources().stream()
                        .filter(alive -> alive.source().equals(source))
                        .map(SourceAlive::aliveThrough)
                        .findFirst());
    }

    private static List<ConsumerRecord<String, byte[]>> events(String type, String part) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals(type))
                .filter(record -> io.playcaller.testkit.TestTopics.text(record).contains(part))
                .toList();
    }
}
