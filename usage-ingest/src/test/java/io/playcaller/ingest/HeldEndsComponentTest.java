package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Held.join;
import static io.playcaller.ingest.Letters.kept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.held.app.HeldSweep;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits goes once, to the log or to the dead letters; and with the person who is forgotten. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class HeldEndsComponentTest {

    @Inject
    HeldSweep sweep;

    @Inject
    RedisDataSource redis;

    @Test
    void whatWaitedInVainIsALetterAndCountsWhenItsSenderMendsIt() throws SQLException {
        Held.track("he-vain", "he-ann");
        Held.expire("he-vain");

        assertThat(Held.waits("he-vain")).isFalse();
        DeadLetter letter = Letters.onTheTopic("he-vain").get(0);
        assertThat(letter.reason()).isEqualTo("account.unknown");
        assertThat(letter.field()).isEqualTo("/accountId");
        assertThat(letter.detail()).contains("nobody had by");
        Held.send(Door.track("he-vain", "acme", "he-ann", "Login")).body("accepted", equalTo(1));
        Letters.replay(kept("he-vain")).statusCode(200).body("letter.state", equalTo("refused"));
        String mended = Door.track("he-vain", "acme", "he-ann", "Login");
        Letters.replay(kept("he-vain"), "{\"payload\":" + mended + "}")
                .statusCode(200)
                .body("letter.state", equalTo("duplicate"));
        assertThat(facts("he-vain")).hasSize(1);
    }

    @Test
    void twoThatLookTheSameAreTwoLetters() throws SQLException {
        String same = "{\"userId\":\"he-bob\",\"event\":\"Twice\"}";
        Held.expire(Held.send(same).extract().path("assigned[0].id"));
        Held.expire(Held.send(same).extract().path("assigned[0].id"));

        assertThat(Letters.onTheTopic("he-bob"))
                .extracting(DeadLetter::letterId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatComesAgainInOtherWordsIsAnotherLetter() throws SQLException {
        Held.track("he-15", "he-quin");
        Held.expire("he-15");
        Held.send("{\"messageId\":\"he-15\",\"userId\":\"he-quin\",\"event\":\"Logout\"}")
                .body("held", equalTo(1));
        Held.expire("he-15");

        assertThat(Letters.onTheTopic("he-15"))
                .extracting(DeadLetter::letterId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotDueWaitsOn() throws SQLException {
        Held.track("he-2", "he-cid");

        Held.sweep();

        assertThat(Held.waits("he-2")).isTrue();
        assertThat(Letters.onTheTopic("he-2")).isEmpty();
    }

    /** After the claim, before the table: the lock lapses, and the retry waits in its place. */
    @Test
    void aDeliveryThatDiedBeforeTheTableIsHeldByItsRetry() throws SQLException {
        pending("he-3");

        Held.track("he-3", "he-dan");

        assertThat(Held.waits("he-3")).isTrue();
    }

    /** After the table, before the confirmation: the table knows it. */
    @Test
    void aDeliveryThatDiedBeforeItConfirmedIsADuplicate() throws SQLException {
        Held.track("he-4", "he-eve");
        pending("he-4");

        Held.send("{\"messageId\":\"he-4\",\"userId\":\"he-eve\",\"event\":\"Login\"}")
                .body("duplicates", equalTo(1));

        join("he-eve", "acme");
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("he-4")).hasSize(1));
    }

    /** The same, but the edge comes before the retry: the release confirms the claim. */
    @Test
    void aReleaseConfirmsWhatADeadDeliveryDidNot() throws SQLException {
        Held.track("he-5", "he-fay");
        pending("he-5");
        join("he-fay", "acme");
        await().atMost(SOON).untilAsserted(() -> assertThat(facts("he-5")).hasSize(1));
        await().atMost(SOON).until(() -> "C".equals(redis.value(String.class).get(claim("he-5"))));

        Held.send("{\"messageId\":\"he-5\",\"userId\":\"he-fay\",\"event\":\"Login\"}")
                .body("duplicates", equalTo(1));

        assertThat(facts("he-5")).hasSize(1);
    }

    /** After the edge, before the release: the sweep of any replica releases it. */
    @Test
    void anEdgeWhoseReplicaDiedIsMadeUpByTheSweep() throws SQLException {
        Held.track("he-6", "he-gus");
        Held.edgeBehindTheBack("he-gus", "acme");

        Held.sweep();

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("he-6")).hasSize(1));
    }

    @Test
    void replicasThatReleaseAtOnceReleaseEachOnceAndInOrder() throws SQLException {
        for (int i = 0; i < 30; i++) {
            Held.track("he-many-%02d".formatted(i), "he-hal");
        }
        Held.edgeBehindTheBack("he-hal", "acme");

        Uni.join()
                .all(IntStream.range(0, 4).mapToObj(replica -> sweep.sweep()).toList())
                .andFailFast()
                .await()
                .atMost(SOON);

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("he-many-29")).hasSize(1));
        assertThat(Door.all(io.playcaller.contracts.Topic.CUSTOMER_EVENTS).stream()
                        .map(fact -> Door.header(fact, "ce_id"))
                        .filter(id -> id.startsWith("he-many-")))
                .hasSize(30)
                .isSorted();
    }

    @Test
    void whatCannotBeUsedAfterAllIsALetterAndHarmsNobody() throws SQLException {
        Held.track("he-13", "he-pam");
        Held.track("he-14", "he-pam");
        Tables.run("update held_event set letter = replace(letter, 'event', 'evnt') where event_id = 'he-13'");

        join("he-pam", "acme");

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("he-14")).hasSize(1));
        await().atMost(SOON).until(() -> !Held.waits("he-13"));
        assertThat(Letters.onTheTopic("he-13"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("field.missing"));
        assertThat(facts("he-13")).isEmpty();
    }

    @Test
    void whoIsForgottenTakesWhatWaitsAlong() throws SQLException {
        Held.track("he-11", "he-moe");
        Door.as("web-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"he-12","source":"web","type":"io.playcaller.success.touch-recorded.v1",
                         "data":{"userIds":["he-liz","he-moe"],"kind":"call","staffId":"s1"}}""")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("held", equalTo(1));
        assertThat(Held.waits("he-12")).isTrue();

        Door.as("crm-key").delete("/v1/people/he-moe").then().statusCode(200);

        assertThat(Held.waits("he-11")).isFalse();
        assertThat(Held.waits("he-12")).isFalse();
        join("he-liz", "acme");
        Held.sweep();
        assertThat(Letters.onTheTopic("he-moe")).isEmpty();
        assertThat(facts("he-11")).isEmpty();
        assertThat(facts("he-12")).isEmpty();
    }

    /** As a delivery leaves it that began a minute ago and died. */
    private void pending(String id) {
        long began = Instant.now().minusSeconds(60).toEpochMilli();
        redis.value(String.class).set(claim(id), "P:%d:%d:another".formatted(began, began + 30_000));
    }

    private static String claim(String id) {
        return PlaycallerStack.topicPrefix() + "playcaller:claim:" + new ClaimKey("web", id).digest();
    }
}
