package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.QuietCause;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source delivers is counted, judged against its own weeks, said in the log and shown with its numbers. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SourceHealthComponentTest {

    /** As if the service had been there for months. */
    @BeforeEach
    void doorsThatHaveBeenOpen() throws SQLException {
        await().atMost(SOON).until(() -> !"null".equals(Tables.value("select open_since from log_clock")));
        Tables.run("update log_clock set open_since = open_since - interval '60 days'");
    }

    @Test
    void whatStopsAgainstItsPatternIsSaidWithItsNumbersAndWhatComesAgainToo() throws SQLException {
        String key = create("sh-stops");
        hasDelivered("sh-stops", 5);

        await().atMost(SOON).untilAsserted(() -> assertThat(quiet("sh-stops")).isNotEmpty());
        assertThat(quiet("sh-stops")).extracting(SourceQuiet::cause).containsOnly(QuietCause.SILENT);
        awaitState("sh-stops", "quiet");
        health("sh-stops", "since", notNullValue());
        health("sh-stops", "reasons[0].code", equalTo("volume"));
        health("sh-stops", "reasons[0].seen", equalTo(0));
        health("sh-stops", "reasons[0].expected", greaterThan(200));

        deliver(
                key,
                "sh-stops",
                40,
                "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"Login\","
                        + "\"context\":{\"groupId\":\"acme\"}}");

        await().atMost(SOON).untilAsserted(() -> assertThat(back("sh-stops")).isNotEmpty());
        assertThat(back("sh-stops").get(0).quietSince())
                .isEqualTo(quiet("sh-stops").get(0).since());
        awaitState("sh-stops", "alive");
    }

    @Test
    void whatTurnsToRubbishIsSaidAsThat() throws SQLException {
        String key = create("sh-rubbish");
        hasDelivered("sh-rubbish", 0);
        awaitState("sh-rubbish", "alive");

        deliver(key, "sh-rubbish", 300, "{\"type\":\"track\",\"messageId\":\"%s\"}");

        await().atMost(SOON).untilAsserted(() -> assertThat(quiet("sh-rubbish")).isNotEmpty());
        assertThat(quiet("sh-rubbish")).extracting(SourceQuiet::cause).containsOnly(QuietCause.GARBAGE);
        awaitState("sh-rubbish", "garbage");
        health("sh-rubbish", "reasons[0].code", equalTo("refused"));
        await().atMost(SOON).untilAsserted(() -> health("sh-rubbish", "reasons[0].seen", equalTo(300)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(RestAssured.get("/q/metrics").asString())
                        .contains("playcaller_ingest_source_unwell{source=\"sh-rubbish\",state=\"garbage\"} 1"));
    }

    @Test
    void aHeartbeatIsASignOfLifeAndNoVolume() throws SQLException {
        String key = create("sh-beats");
        Door.as(key).post("/v1/heartbeat").then().statusCode(204);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Tables.value(
                                "select coalesce(sum(beats), 0) || ' ' || coalesce(sum(came), 0) from source_hour"
                                        + " where source = ?",
                                "sh-beats"))
                        .isEqualTo("1 0"));
        await().atMost(SOON).untilAsserted(() -> health("sh-beats", "reasons[0].code", equalTo("history.short")));
    }

    @Test
    void aSourceIsShownInTheWordsInWhichItWasSaid() {
        create("sh-shown");

        RestAssured.given()
                .header("Authorization", TestTokens.bearer("vera", "viewer"))
                .get("/v1/sources")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'sh-shown' }.quietAfter", equalTo("PT48H"));
    }

    /** A hundred items an hour for four weeks, the last of them so many hours ago. */
    private static void hasDelivered(String source, int hoursAgo) throws SQLException {
        String hour = "floor(extract(epoch from playcaller_now()) / 3600)::bigint";
        Tables.run(
                """
                insert into source_hour (source, hour, came, refused, beats)
                select '%s', at, 100, 0, 0 from generate_series(%s - 672, %s - %d) as at
                """.formatted(source, hour, hour, hoursAgo),
                "update source set last_seen = playcaller_now() - interval '%d hours' where name = '%s'"
                        .formatted(hoursAgo, source));
    }

    private static void deliver(String key, String prefix, int items, String item) {
        String batch = IntStream.range(0, items)
                .mapToObj(i -> item.formatted(prefix + "-" + i))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        Door.as(key).body(batch).post("/v1/batch").then().statusCode(200);
    }

    private static String create(String name) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"%s\",\"feeds\":[\"usage\"],\"quietAfter\":\"PT48H\"}".formatted(name))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    /** What the log says can be read before the transaction that says it is over. */
    private static void awaitState(String source, String state) {
        await().atMost(SOON).untilAsserted(() -> health(source, "state", equalTo(state)));
    }

    private static void health(String source, String path, Matcher<?> matcher) {
        ValidatableResponse answer = RestAssured.given()
                .header("Authorization", TestTokens.bearer("vera", "viewer"))
                .get("/v1/sources")
                .then()
                .statusCode(200);
        answer.body("items.find { it.name == '%s' }.health.%s".formatted(source, path), matcher);
    }

    private static List<SourceQuiet> quiet(String source) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals("io.playcaller.log.source-quiet.v1"))
                .map(record -> WireJson.read(record.value(), SourceQuiet.class))
                .filter(said -> said.source().equals(source))
                .toList();
    }

    private static List<SourceBack> back(String source) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals("io.playcaller.log.source-back.v1"))
                .map(record -> WireJson.read(record.value(), SourceBack.class))
                .filter(said -> said.source().equals(source))
                .toList();
    }
}
