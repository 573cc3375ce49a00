package io.playcaller.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one of ours says of an account: asked for over HTTP, said in the log, and folded from there. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class JudgementComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String WHY = "Their new director told me on the phone";

    @Inject
    BusinessClock clock;

    private final LogWriter log = new LogWriter();
    private final String account = "judged-" + UUID.randomUUID();
    private final String path = "/v1/accounts/" + account;
    private int computed;

    @BeforeEach
    void anAccountWithAScore() {
        Instant now = LogTime.advance(Duration.ofSeconds(10));
        log.tick(now);
        log.live(account, now, new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        await().atMost(LIMIT).untilAsserted(() -> page().body("score", notNullValue()));
        computed = page().extract().path("score");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theScoreIsWhatACsmSaysAndTheComputedOneStandsBesideIt() {
        post("/overrides", Map.of("points", 30_000, "because", WHY))
                .statusCode(202)
                .body("author", equalTo("anna"))
                .body("measure", nullValue())
                .body("because", equalTo(WHY))
                .body("state", equalTo("in-force"));

        awaitScore(30_000);
        page().body("computed", equalTo(computed))
                .body("grade", equalTo("E"))
                .body("contributions.cause", contains("override"))
                .body("history[0].computed", equalTo(computed))
                .body("history[1].computed", nullValue());
        overrides().body("items.state", contains("in-force")).body("items.because", contains(WHY));
    }

    @Test
    void theLogSaysWhoAndUntilWhenAndNotInWhichWords() {
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = post("/overrides", Map.of("measure", "nps", "points", 10_000, "because", WHY))
                .statusCode(202)
                .extract()
                .path("overrideId");

        ConsumerRecord<String, byte[]> record = log.topics()
                .readUntilOne(
                        LogWriter.topic("customer-events"),
                        LIMIT,
                        it -> account.equals(it.key()) && event(it).type() == EventType.OVERRIDE_SET);

        Event<?> event = event(record);
        OverrideSet said = (OverrideSet) event.data();
        assertThat(record.partition()).isEqualTo(LogWriter.partitionOf(account));
        assertThat(said.overrideId()).isEqualTo(id);
        assertThat(said.staffId()).isEqualTo("anna");
        Duration usual = Duration.ofDays(30);
        assertThat(said.until())
                .isBetween(asked.plus(usual), event.envelope().time().plus(usual));
        assertThat(TestTopics.text(record)).doesNotContain(WHY);
    }

    @Test
    void aLaterOneTakesThePlaceOfTheOneBeforeAndWhatIsClearedCountsAsComputed() {
        String first = post("/overrides", Map.of("points", 30_000, "because", WHY))
                .statusCode(202)
                .extract()
                .path("overrideId");
        String second = post("/overrides", Map.of("points", 60_000, "because", "They renewed"))
                .statusCode(202)
                .extract()
                .path("overrideId");
        awaitScore(60_000);
        overrides()
                .body("items.overrideId", contains(second, first))
                .body("items.state", contains("in-force", "replaced"));

        delete(first).statusCode(409).body("type", equalTo("urn:playcaller:problem:override.over"));
        delete(second).statusCode(202).body("state", equalTo("cleared")).body("endedBy", equalTo("anna"));

        awaitScore(computed);
        page().body("computed", nullValue());
        overrides().body("items.state", contains("cleared", "replaced"));
        delete(second).statusCode(409);
    }

    @Test
    void wordsCanBeForgottenAndWhatWasSaidStands() {
        String id = post("/overrides", Map.of("points", 30_000, "because", WHY))
                .statusCode(202)
                .extract()
                .path("overrideId");
        awaitScore(30_000);
        String words = path + "/overrides/" + id + "/words";

        as("root", "admin")
                .delete(words)
                .then()
                .statusCode(200)
                .body("because", nullValue())
                .body("wordsErased.by", equalTo("root"))
                .body("state", equalTo("in-force"));

        as("other", "admin").delete(words).then().statusCode(200).body("wordsErased.by", equalTo("root"));
        asCsm().delete(words).then().statusCode(403);
        overrides().body("items.because", contains(nullValue())).body("items.author", contains("anna"));
        page().body("score", equalTo(30_000));
        as("root", "admin")
                .delete(path + "/overrides/" + UUID.randomUUID() + "/words")
                .then()
                .statusCode(404);
    }

    @Test
    void aPulseIsAMeasure() {
        String value = "measures.find { it.measure == 'csm-pulse' }.value";
        page().body(value, nullValue());

        post("/pulse", Map.of("pulse", 2))
                .statusCode(202)
                .body("pulse", equalTo(2))
                .body("author", equalTo("anna"));

        await().atMost(LIMIT).untilAsserted(() -> page().body(value, equalTo(2_000)));
        page().body("score", not(equalTo(computed)));
    }

    @Test
    void whatCannotBeIsRefusedWithEachOfItsFaults() {
        post("/overrides", Map.of("measure", "npss", "points", 100_001))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:playcaller:problem:override.terms"))
                .body("errors.field", contains("/measure", "/points", "/because"))
                .body("errors[0].expected", containsString("nps"));
        post("/overrides", Map.of("points", 1, "because", WHY, "until", "2099-01-01T00:00:00Z"))
                .statusCode(400)
                .body("field", equalTo("/until"));
        post("/overrides", Map.of("mesure", "nps", "points", 100_000, "because", WHY))
                .statusCode(400)
                .body("field", equalTo("/mesure"));
        post("/pulse", Map.of("pulse", 2.9)).statusCode(400).body("field", equalTo("/pulse"));
        post("/pulse", Map.of("pulse", 6)).statusCode(400).body("field", equalTo("/pulse"));
        asCsm().body(Map.of("points", 1, "because", WHY))
                .post("/v1/accounts/nobody/overrides")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:account.unknown"));
        asCsm().get("/v1/accounts/nobody/overrides").then().statusCode(404);
        delete(UUID.randomUUID().toString())
                .statusCode(404)
                .body("type", equalTo("urn:playcaller:problem:override.unknown"));
        overrides().body("items.overrideId", not(hasItem(notNullValue())));
    }

    private void awaitScore(int score) {
        await().atMost(LIMIT).untilAsserted(() -> page().body("score", equalTo(score)));
    }

    @Test
    void whatSomebodyMadeAndIsInForceIsListedByTheirNames() {
        String author = "leaver-" + account;
        String over = as(author, "csm")
                .body(Map.of("points", 20_000, "because", WHY))
                .post(path + "/overrides")
                .path("overrideId");
        String holds = as(author, "csm")
                .body(Map.of("measure", "nps", "points", 10_000, "because", WHY))
                .post(path + "/overrides")
                .path("overrideId");
        delete(over).statusCode(202);
        post("/overrides", Map.of("points", 30_000, "because", WHY)).statusCode(202);

        asCsm().get("/v1/overrides?author=" + author + "&author=" + author + "@example.com")
                .then()
                .statusCode(200)
                .body("items.overrideId", contains(holds));
        asCsm().get("/v1/overrides").then().statusCode(400).body("field", equalTo("author"));
    }

    private ValidatableResponse page() {
        return asCsm().get(path + "/health").then().statusCode(200);
    }

    private ValidatableResponse overrides() {
        return asCsm().get(path + "/overrides").then().statusCode(200);
    }

    private ValidatableResponse post(String what, Map<String, Object> body) {
        return asCsm().body(body).post(path + what).then();
    }

    private ValidatableResponse delete(String overrideId) {
        return asCsm().delete(path + "/overrides/" + overrideId).then();
    }

    private static Event<?> event(ConsumerRecord<String, byte[]> record) {
        return EventCodec.read(record.headers(), record.value()).orElseThrow();
    }

    private static RequestSpecification asCsm() {
        return as("anna", "csm");
    }

    private static RequestSpecification as(String staffId, String role) {
        return given().header("Authorization", TestTokens.bearer(staffId, role)).contentType("application/json");
    }
}
