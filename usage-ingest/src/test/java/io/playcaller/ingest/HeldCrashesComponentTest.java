package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Held.join;
import static io.playcaller.ingest.Letters.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.event.app.DeadLetters;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The end of a wait is four writes: the wait is over → the letter → the claim forgotten → the row deleted. Here a replica
 * dies after each, and somebody comes before another makes up for it.
 */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class HeldCrashesComponentTest {

    @Inject
    Claims claims;

    @Inject
    LogWriter log;

    @Test
    void whileAReplicaIsAtItNobodyElseWritesTheLetterAndNoEdgeReleasesTheEvent() throws SQLException {
        Held.track("hc-1", "hc-ann");
        over("hc-1");

        join("hc-ann", "acme");
        Held.sweep();

        assertThat(Held.waits("hc-1")).isTrue();
        assertThat(facts("hc-1")).isEmpty();
        assertThat(Letters.onTheTopic("hc-1")).isEmpty();
    }

    /** The wait is over; nobody knows it. */
    @Test
    void beforeTheLetterItIsWrittenByAnotherReplica() throws SQLException {
        Held.track("hc-2", "hc-bob");
        over("hc-2");
        Held.send("{\"messageId\":\"hc-2\",\"userId\":\"hc-bob\",\"event\":\"Login\"}")
                .body("duplicates", equalTo(1));
        join("hc-bob", "acme");

        makeUpFor("hc-2");

        assertThat(Letters.onTheTopic("hc-2")).hasSize(1);
        replay(Letters.kept("hc-2")).statusCode(200).body("letter.state", equalTo("accepted"));
        assertThat(facts("hc-2")).hasSize(1);
    }

    /** The same of an event that had no id: the replay must give it the one under which it waited. */
    @Test
    void whatHadNoIdKeepsTheOneUnderWhichItWaited() throws SQLException {
        String id = Held.send("{\"userId\":\"hc-cat\",\"event\":\"Login\"}")
                .extract()
                .path("assigned[0].id");
        over(id);
        join("hc-cat", "acme");

        makeUpFor(id);

        replay(Letters.kept("hc-cat")).statusCode(200).body("letter.state", equalTo("accepted"));
        assertThat(facts(id)).hasSize(1);
    }

    @Test
    void afterTheLetterTheSameLetterIsWrittenAgain() throws SQLException {
        Held.track("hc-3", "hc-dan");
        over("hc-3");
        write(letter("hc-3"));
        // Its claim is not forgotten yet: it waits still, as far as anybody can tell.
        Held.send(Door.track("hc-3", "acme", "hc-dan", "Login")).body("duplicates", equalTo(1));

        makeUpFor("hc-3");

        assertThat(Letters.onTheTopic("hc-3"))
                .extracting(DeadLetter::letterId)
                .hasSize(2)
                .containsOnly(Letters.onTheTopic("hc-3").get(0).letterId());
        Held.send(Door.track("hc-3", "acme", "hc-dan", "Login")).body("accepted", equalTo(1));
        assertThat(facts("hc-3")).hasSize(1);
    }

    @Test
    void afterTheClaimIsForgottenWhatIsMendedCountsAndIsNotForgottenOnceMore() throws SQLException {
        Held.track("hc-4", "hc-eve");
        over("hc-4");
        write(letter("hc-4"));
        forget("hc-4");
        Held.send(Door.track("hc-4", "acme", "hc-eve", "Login")).body("accepted", equalTo(1));
        join("hc-eve", "acme");

        makeUpFor("hc-4");

        Held.send(Door.track("hc-4", "acme", "hc-eve", "Login")).body("duplicates", equalTo(1));
        String letterId = Letters.onTheTopic("hc-4").get(0).letterId();
        Letters.awaitKept(letterId);
        replay(letterId).statusCode(200).body("letter.state", equalTo("duplicate"));
        assertThat(facts("hc-4")).hasSize(1);
    }

    /** It cannot wait in a row that is about to go, and is no letter a second time: its sender tries again. */
    @Test
    void afterTheClaimIsForgottenTheSameEventWaitsAnewWhenTheRowIsGone() throws SQLException {
        Held.track("hc-5", "hc-fay");
        over("hc-5");
        write(letter("hc-5"));
        forget("hc-5");
        Door.as("web-key")
                .body("{\"messageId\":\"hc-5\",\"userId\":\"hc-fay\",\"event\":\"Login\"}")
                .post("/v1/track")
                .then()
                .statusCode(503);

        makeUpFor("hc-5");

        Held.track("hc-5", "hc-fay");
        join("hc-fay", "acme");
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("hc-5")).hasSize(1));
    }

    @Test
    void aLetterThatIsWrittenAfterItsPersonWasForgottenArrivesEmpty() throws SQLException {
        Held.track("hc-6", "hc-gil");
        over("hc-6");
        DeadLetter letter = letter("hc-6");

        Door.as("crm-key").delete("/v1/people/hc-gil").then().statusCode(200);
        assertThat(Held.waits("hc-6")).isFalse();
        write(letter);

        Letters.awaitKept(letter.letterId());
        Letters.get(letter.letterId()).body("letter.state", equalTo("erased")).body("content", nullValue());
    }

    /** A replica said that the wait is over. */
    private static void over(String id) throws SQLException {
        lease(id, "+ interval '1 hour'");
        Tables.run("update held_event set held_until = '2000-01-01Z' where event_id = '%s'".formatted(id));
    }

    private static void lease(String id, String fromNow) throws SQLException {
        Tables.run("update held_event set ending_until = clock_timestamp() %s where event_id = '%s'"
                .formatted(fromNow, id));
    }

    private static DeadLetter letter(String id) throws SQLException {
        String json = Tables.value("select letter from held_event where event_id = ?", id);
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), DeadLetter.class);
    }

    private void write(DeadLetter letter) {
        assertThat(log.write(List.of(DeadLetters.outgoing(letter, Instant.now())))
                        .await()
                        .atMost(SOON)
                        .cardinality())
                .isEqualTo(1);
    }

    private void forget(String id) {
        claims.forget(List.of(new ClaimKey("web", id))).await().atMost(SOON);
    }

    /** The replica that died has had its time, and another sweeps. */
    private static void makeUpFor(String id) throws SQLException {
        lease(id, "- interval '1 second'");
        Held.sweep();
        // The service's own sweep may have been at it.
        await().atMost(SOON).until(() -> !Held.waits(id));
    }
}
