package io.playcaller.ingest;

import static io.playcaller.ingest.Door.batch;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.app.Catalogue;
import io.playcaller.ingest.catalogue.app.EventCounts;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The names of events: discovered, counted, renamed, and said to be use or none. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class CatalogueComponentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Inject
    Catalogue catalogue;

    @Inject
    EventCounts counts;

    @Test
    void aNameIsThereWithItsVolumeOnceItWasTaken() {
        String key = source("cat-volume");
        String login = Door.track("cat-1", "acme", "u1", "Cat Login");
        send(key, batch(login, login, Door.track("cat-2", "acme", "u1", "Cat Login"), page("cat-3"), nobody("cat-4")));
        send(key, batch(login, "{\"type\":\"track\",\"messageId\":\"cat-5\",\"event\":\"Cat Refused\"}"));

        list("cat-volume")
                .body("items.name", contains("Cat Login", "Cat Waits", "page"))
                .body("items.events", contains(2, 1, 1))
                .body("items.meaningfulEvents", contains(2, 1, 0))
                .body("items[0].days.values().sum()", equalTo(2))
                .body("items[0].meaningful", nullValue())
                .body("items[0].countsAs", nullValue());
    }

    @Test
    void whatIsRehearsedIsNotDiscovered() {
        String key = source("cat-rehearsed");
        Door.as(key)
                .body(Door.track("cat-10", "acme", "u1", "Cat Imagined"))
                .post("/v1/validate")
                .then()
                .statusCode(200);

        list("cat-rehearsed").body("items", empty());
    }

    @Test
    void anOldNameCountsAsTheNewOneFromItsDateOn() {
        String key = source("cat-alias");
        put("Cat Old", "{\"countsAs\":{\"name\":\"Cat New\",\"from\":\"2026-03-01T00:00:00Z\"}}")
                .statusCode(204);
        put("Cat New", "{\"meaningful\":false}").statusCode(204);
        send(
                key,
                batch(
                        at("cat-20", "Cat Old", "2026-02-28T23:59:59Z"),
                        at("cat-21", "Cat Old", "2026-03-01T00:00:00Z")));

        assertThat(fact("cat-20").event()).isEqualTo("Cat Old");
        assertThat(fact("cat-20").meaningful()).isTrue();
        assertThat(fact("cat-21").event()).isEqualTo("Cat New");
        assertThat(fact("cat-21").meaningful()).isFalse();
        list("cat-alias")
                .body("items.name", contains("Cat Old"))
                .body("items[0].meaningfulEvents", equalTo(1))
                .body("items[0].countsAs", hasEntry("name", "Cat New"));

        put("Cat Old", "{}").statusCode(204);
        send(key, at("cat-22", "Cat Old", "2026-03-02T00:00:00Z"));
        assertThat(fact("cat-22").event()).isEqualTo("Cat Old");
    }

    @Test
    void useOfOwnPeopleAndBotsIsStoredAndCountsForNobody() {
        String key = source("cat-own");
        String events = batch(
                by("cat-40", "\"userId\":\"ann@makers.example\"", ""),
                by("cat-41", "\"userId\":\"u1\"", ",\"userAgent\":\"examplebot/1.0\""),
                by("cat-42", "\"userId\":\"u1\"", ",\"impersonator\":\"ann\""),
                by("cat-43", "\"userId\":\"u1\"", ",\"traits\":{\"role\":\"buyer\"}"));

        Door.as(key)
                .body(events)
                .post("/v1/validate")
                .then()
                .body("items.becomes.excluded", contains("staff", "bot", "impersonation", null));
        Door.as(key)
                .body(events)
                .post("/v1/batch?verbose=1")
                .then()
                .body("accepted", equalTo(4))
                .body("excluded", equalTo(3))
                .body("items.excluded", contains("staff", "bot", "impersonation", null));

        assertThat(fact("cat-40").meaningful()).isFalse();
        assertThat(fact("cat-42").meaningful()).isFalse();
        assertThat(fact("cat-43").meaningful()).isTrue();
        list("cat-own")
                .body("items[0].events", equalTo(4))
                .body("items[0].meaningfulEvents", equalTo(1))
                .body("items[0].excludedEvents", equalTo(3));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_excluded_total{as=\"bot\",environment=\"live\",source=\"cat-own\"} 1.0");
    }

    @Test
    void aNameThatIsForgottenMakesRoomAndBeginsAnew() throws SQLException {
        String key = source("cat-forget");
        String other = source("cat-keep");
        send(
                key,
                batch(Door.track("cat-50", "acme", "u1", "Cat Junk"), Door.track("cat-51", "acme", "u1", "Cat Good")));
        send(other, Door.track("cat-52", "acme", "u1", "Cat Junk"));

        forget("/Cat Junk?source=cat-forget").statusCode(204);
        forget("/Cat Junk?source=cat-forget")
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:name.unknown"));

        list("cat-forget").body("items.name", contains("Cat Good"));
        list("cat-keep").body("items.name", contains("Cat Junk"));
        assertThat(Tables.value("select count(*) from catalogue_day where source = 'cat-forget'"))
                .isEqualTo("1");
        send(key, Door.track("cat-53", "acme", "u1", "Cat Junk"));
        list("cat-forget").body("items.events", contains(1, 1));
    }

    @Test
    void whatAFloodBroughtIsForgottenAtOnce() {
        catalogue
                .add(List.of(count("cat-flood", "Before", NOON.minusSeconds(1)), count("cat-flood", "Junk", NOON)))
                .await()
                .atMost(Door.SOON);

        forget("?source=cat-flood").statusCode(400).body("field", equalTo("since"));
        forget("?since=2026-03-01T12:00:00Z").statusCode(400).body("field", equalTo("source"));
        forget("?source=cat-flood&since=noon").statusCode(400).body("field", equalTo("since"));
        forget("?source=cat-flood&since=2026-03-01T12:00:00Z").statusCode(200).body("names", equalTo(1));

        list("cat-flood").body("items.name", contains("Before"));
    }

    @Test
    void aNameMayHoldWhatAPathDoesNot() {
        Letters.ops()
                .urlEncodingEnabled(false)
                .body("{\"meaningful\":true}")
                .put("/v1/catalogue/Cat%20a%2Fb%25")
                .then()
                .statusCode(204);
        String key = source("cat-path");
        send(key, Door.track("cat-30", "acme", "u1", "Cat a/b%"));

        list("cat-path").body("items[0].name", equalTo("Cat a/b%")).body("items[0].meaningful", equalTo(true));
    }

    @Test
    void whatCannotBeSaidOfANameIsAnsweredWithItsReason() {
        put("Cat Self", "{\"countsAs\":{\"name\":\"Cat Self\",\"from\":\"2026-03-01T00:00:00Z\"}}")
                .statusCode(400)
                .body("field", equalTo("/countsAs/name"));
        put("Cat Self", "{\"countsAs\":{\"name\":\"Cat Other\"}}")
                .statusCode(400)
                .body("field", equalTo("/countsAs/from"));
        put("Cat Self", "{\"meaning\":true}").statusCode(400).body("field", equalTo("/meaning"));
    }

    @Test
    void whatIsBeyondTheBoundIsOneLineAndWhatIsKnownStays() throws SQLException {
        IntStream.range(0, 1_002).mapToObj(i -> count("N%04d".formatted(i))).forEach(counts::taken);
        counts.write().await().atMost(Door.SOON);
        List.of(count("N0007"), count("Another")).forEach(counts::taken);
        counts.write().await().atMost(Door.SOON);

        assertThat(Tables.value("select count(*) from catalogue_event where source = 'cat-many' and name <> ''"))
                .isEqualTo("1000");
        assertThat(Tables.value("select events from catalogue_event where source = 'cat-many' and name = ''"))
                .isEqualTo("3");
        assertThat(Tables.value("select events from catalogue_event where source = 'cat-many' and name = 'N0007'"))
                .isEqualTo("2");
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("playcaller_ingest_catalogue_beyond_events_total{source=\"cat-many\"} 3.0");
        list("cat-many&limit=1").body("items[0].name", nullValue()).body("items[0].events", equalTo(3));
        catalogue.forgetBefore(DAY.plusDays(1)).await().atMost(Door.SOON);
        assertThat(Tables.value("select count(*) from catalogue_day where source = 'cat-many'"))
                .isEqualTo("0");
    }

    private static EventCount count(String name) {
        return count("cat-many", name, NOON);
    }

    private static EventCount count(String source, String name, Instant at) {
        return new EventCount(new EventCount.Key(source, name, DAY), 1, 1, 0, at, at);
    }

    private static String page(String id) {
        return "{\"type\":\"page\",\"messageId\":\"%s\",\"groupId\":\"acme\",\"userId\":\"u1\",\"name\":\"Home\"}"
                .formatted(id);
    }

    private static String nobody(String id) {
        return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"cat-nobody\",\"event\":\"Cat Waits\"}"
                .formatted(id);
    }

    private static String by(String id, String who, String context) {
        return """
            {"type":"track","messageId":"%s",%s,"event":"Cat Use","context":{"groupId":"acme"%s}}""".formatted(id, who, context);
    }

    private static String at(String id, String event, String time) {
        return """
            {"type":"track","messageId":"%s","userId":"u1","groupId":"acme","event":"%s","timestamp":"%s"}""".formatted(id, event, time);
    }

    private static UsageRecorded fact(String id) {
        return WireJson.read(facts(id).get(0).value(), UsageRecorded.class);
    }

    private static void send(String key, String body) {
        String path = body.startsWith("{\"batch\"") ? "/v1/batch" : "/v1/track";
        Door.as(key).body(body).post(path).then().statusCode(200);
    }

    private static String source(String name) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"feeds\":[\"usage\"]}")
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    private static ValidatableResponse list(String source) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("vera", "viewer"))
                .get("/v1/catalogue?source=" + source)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse forget(String which) {
        return Letters.ops().delete("/v1/catalogue" + which).then();
    }

    private static ValidatableResponse put(String name, String body) {
        return Letters.ops().body(body).put("/v1/catalogue/" + name).then();
    }
}
