package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static io.playcaller.ingest.Held.join;
import static io.playcaller.ingest.Letters.kept;
import static io.playcaller.ingest.Letters.ops;
import static io.playcaller.ingest.Letters.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** A letter that is replayed counts once, whatever happened before and meanwhile. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class LetterReplayComponentTest {

    @Inject
    RedisDataSource redis;

    @Test
    void whatHadNoAccountIsCountedOnceThereIsOne() throws SQLException {
        refuse("lr-1", "lr-ann");
        String letter = kept("lr-1");
        replay(letter)
                .statusCode(200)
                .body("letter.state", equalTo("refused"))
                .body("attempts[0].reason", equalTo("account.unknown"))
                .body("attempts[0].by", equalTo("olga"));
        assertThat(facts("lr-1")).isEmpty();

        join("lr-ann", "acme");
        replay(letter)
                .statusCode(200)
                .body("letter.state", equalTo("accepted"))
                .body("attempts", hasSize(2))
                .body("attempts[1].became", equalTo("accepted"));
        replay(letter).statusCode(200).body("letter.state", equalTo("accepted")).body("attempts", hasSize(2));
        replay(letter, "{\"payload\":{}}").statusCode(409).body("type", equalTo("urn:playcaller:problem:letter.done"));

        assertThat(facts("lr-1")).singleElement().satisfies(fact -> {
            assertThat(fact.key()).isEqualTo("acme");
            assertThat(header(fact, "ce_origin")).isEqualTo("live");
        });
        assertThat(Letters.onTheTopic("lr-1")).hasSize(1);
    }

    @Test
    void itHappenedWhenItFirstCame() throws SQLException {
        refuse("lr-2", "lr-bob");
        String letter = kept("lr-2");
        String came = Letters.get(letter).extract().path("content.receivedAt");
        join("lr-bob", "acme");

        replay(letter).body("letter.state", equalTo("accepted"));

        assertThat(facts("lr-2")).singleElement().satisfies(fact -> {
            assertThat(time(header(fact, "ce_time"))).isEqualTo(time(came));
            assertThat(time(header(fact, "ce_receivedat"))).isAfter(time(came));
        });
    }

    @Test
    void whatLandedAfterAllIsFoundInTheLog() {
        Door.as("web-key").body(Door.track("lr-3", "acme", "u1", "Login")).post("/v1/track");
        undecided("lr-3");
        Door.as("web-key")
                .body(Door.track("lr-3", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:delivery.outcome-unknown"));

        replay(kept("lr-3")).statusCode(200).body("letter.state", equalTo("duplicate"));

        assertThat(facts("lr-3")).hasSize(1);
    }

    @Test
    void whatNeverLandedIsCountedNow() {
        undecided("lr-4");
        Door.as("web-key")
                .body(Door.track("lr-4", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(400);

        replay(kept("lr-4")).statusCode(200).body("letter.state", equalTo("accepted"));
        Door.as("web-key")
                .body(Door.track("lr-4", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("duplicates", equalTo(1));

        assertThat(facts("lr-4")).hasSize(1);
    }

    @Test
    void whatTheSenderMendedItselfIsNotCountedAgain() throws SQLException {
        refuse("lr-5", "lr-cid");
        String letter = kept("lr-5");
        Door.as("web-key").body(Door.track("lr-5", "acme", "lr-cid", "Login")).post("/v1/track");
        forgetClaim("lr-5");
        join("lr-cid", "acme");

        replay(letter).body("letter.state", equalTo("duplicate"));

        assertThat(facts("lr-5")).hasSize(1);
    }

    @Test
    void aReplayThatDiedBeforeItNotedItsOutcomeIsTakenOver() throws SQLException {
        refuse("lr-6", "lr-dan");
        String letter = kept("lr-6");
        join("lr-dan", "acme");
        replay(letter).body("letter.state", equalTo("accepted"));
        forgetClaim("lr-6");
        Tables.run(
                "update letter_replay set became = null where letter_id = '%s'".formatted(letter),
                "update dead_letter set state = 'REPLAYING', replaying_since = playcaller_now() where letter_id = '%s'"
                        .formatted(letter));
        replay(letter).statusCode(409).body("type", equalTo("urn:playcaller:problem:letter.in-work"));

        Tables.run(
                "update dead_letter set replaying_since = replaying_since - interval '2 minutes' where letter_id = '%s'"
                        .formatted(letter));
        replay(letter)
                .statusCode(200)
                .body("letter.state", equalTo("duplicate"))
                .body("attempts[0].became", nullValue())
                .body("attempts[1].became", equalTo("duplicate"));

        assertThat(facts("lr-6")).hasSize(1);
    }

    /** Sent again as it was, it waits anew; its letter is mended meanwhile by hand. */
    @Test
    void whatWaitsAnewIsNotCountedBesideIt() throws SQLException {
        refuse("lr-9", "lr-gil");
        String letter = kept("lr-9");
        Held.track("lr-9", "lr-gil");
        String mended = "{\"payload\":" + Door.track("lr-9", "acme", "lr-gil", "Login") + "}";

        replay(letter, mended).statusCode(503);
        assertThat(facts("lr-9")).isEmpty();
        Letters.get(letter).body("letter.state", equalTo("waiting"));
        join("lr-gil", "acme");
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("lr-9")).hasSize(1));

        replay(letter, mended).statusCode(200).body("letter.state", equalTo("duplicate"));
        assertThat(facts("lr-9")).hasSize(1);
    }

    @Test
    void aCorrectionMendsWhatWasWrong() {
        Door.as("web-key")
                .body("{\"messageId\":\"lr-7\",\"userId\":\"u1\",\"groupId\":\"acme\"}")
                .post("/v1/track")
                .then()
                .statusCode(400);
        String letter = kept("lr-7");
        replay(letter, "{\"payload\":{\"messageId\":\"lr-7\",\"userId\":\"u1\",\"groupId\":\"acme\",\"event\":7.5}}")
                .statusCode(200)
                .body("letter.state", equalTo("refused"))
                .body("attempts[0].reason", equalTo("field.invalid"))
                .body("attempts[0].detail", containsString("/event"));

        replay(
                        letter,
                        "{\"payload\":{\"messageId\":\"lr-7\",\"userId\":\"u1\",\"groupId\":\"acme\",\"event\":\"Login\"}}")
                .statusCode(200)
                .body("letter.state", equalTo("accepted"))
                .body("content.payload", containsString("lr-7"))
                .body("attempts[1].correction.payload", containsString("Login"));

        assertThat(facts("lr-7")).hasSize(1);
        replay(letter, "{\"playload\":\"x\"}").statusCode(400).body("field", equalTo("/playload"));
    }

    @Test
    void whatAnImportBroughtStaysHistory() throws SQLException {
        Door.as("web-key").body("{\"runId\":\"lr-run\"}").post("/v1/backfills");
        Door.as("web-key")
                .header("Playcaller-Backfill", "lr-run")
                .body("{\"messageId\":\"lr-8\",\"userId\":\"lr-eve\",\"event\":\"Login\"}")
                .post("/v1/track");
        Held.expire("lr-8");
        Door.as("web-key").post("/v1/backfills/lr-run/end").then().statusCode(200);
        join("lr-eve", "acme");

        replay(kept("lr-8")).body("letter.state", equalTo("accepted"));

        assertThat(facts("lr-8"))
                .singleElement()
                .satisfies(fact -> assertThat(header(fact, "ce_origin")).isEqualTo("baseline"));
    }

    @Test
    void manyAreCountedFirstAndReplayedInRounds() throws SQLException {
        String key = source("lr-nightly");
        for (int i = 0; i < 3; i++) {
            Door.as(key)
                    .body("{\"messageId\":\"lr-many-%d\",\"userId\":\"lr-fay\",\"event\":\"Login\"}".formatted(i))
                    .post("/v1/track");
            Held.expire("lr-many-" + i);
            kept("lr-many-" + i);
        }
        String filter = "\"source\":\"lr-nightly\",\"reason\":\"account.unknown\"";
        ops().body("{" + filter + ",\"preview\":true}")
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("matching.'account.unknown'", equalTo(3))
                .body("replayable", equalTo(3));
        assertThat(facts("lr-many-0")).isEmpty();
        join("lr-fay", "acme");

        String next = ops().body("{" + filter + ",\"limit\":2}")
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("replayed.accepted", equalTo(2))
                .body("next", notNullValue())
                .extract()
                .path("next");
        ops().body("{" + filter + ",\"limit\":2,\"cursor\":\"" + next + "\"}")
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("replayed.accepted", equalTo(1))
                .body("next", nullValue());

        for (int i = 0; i < 3; i++) {
            assertThat(facts("lr-many-" + i)).hasSize(1);
        }
        ops().body("{}").post("/v1/dead-letters/replay").then().statusCode(400);
    }

    private static void refuse(String id, String user) throws SQLException {
        Held.track(id, user);
        Held.expire(id);
    }

    private static String source(String name) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer("root", "admin"))
                .contentType("application/json")
                .body("{\"name\":\"%s\",\"feeds\":[\"usage\"]}".formatted(name))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("writeKey");
    }

    /** As a delivery leaves it that began too long ago and never said how it ended. */
    private void undecided(String id) {
        long began = Instant.now().minus(Duration.ofMinutes(20)).toEpochMilli();
        redis.value(String.class).set(name(id), "P:%d:0:another".formatted(began));
    }

    private void forgetClaim(String id) {
        redis.key().del(name(id));
    }

    private static String name(String id) {
        return PlaycallerStack.topicPrefix() + "playcaller:claim:" + new ClaimKey("web", id).digest();
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
