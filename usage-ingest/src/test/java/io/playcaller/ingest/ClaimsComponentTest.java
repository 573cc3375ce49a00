package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a retry gets in each state of its claim. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class ClaimsComponentTest {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    Claims claims;

    @Inject
    RedisDataSource redis;

    @Test
    void aConfirmedClaimIsADuplicate() {
        ClaimKey key = new ClaimKey("web", "claim-1");
        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
        claims.confirm(List.of(key), WINDOW).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.CONFIRMED);
    }

    @Test
    void lookingTakesNothing() {
        ClaimKey free = new ClaimKey("web", "claim-look-1");
        ClaimKey stored = new ClaimKey("web", "claim-look-2");
        ClaimKey inWork = new ClaimKey("web", "claim-look-3");
        take(stored);
        claims.confirm(List.of(stored), WINDOW).await().atMost(SOON);
        take(inWork);

        assertThat(claims.look(List.of(free, stored, inWork)).await().atMost(SOON))
                .containsExactly(ClaimState.TAKEN, ClaimState.CONFIRMED, ClaimState.LOCKED);
        assertThat(take(free)).isEqualTo(ClaimState.TAKEN);
    }

    @Test
    void aDeliveryThatLostTheAnswerHasWhatItTook() {
        List<ClaimKey> key = List.of(new ClaimKey("web", "claim-8"));
        claims.take(key, "delivery-1", WINDOW).await().atMost(SOON);

        assertThat(claims.take(key, "delivery-1", WINDOW).await().atMost(SOON)).containsExactly(ClaimState.TAKEN);
        assertThat(claims.take(key, "delivery-2", WINDOW).await().atMost(SOON)).containsExactly(ClaimState.LOCKED);
    }

    @Test
    void aReleasedClaimIsTakenAtOnce() {
        ClaimKey key = new ClaimKey("web", "claim-2");
        claims.take(List.of(key), "delivery-1", WINDOW).await().atMost(SOON);
        assertThat(take(key)).isEqualTo(ClaimState.LOCKED);
        claims.release(List.of(key), "delivery-1", WINDOW).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
    }

    /** Who stood still, and then gives up, must not open to a third what a second has in work. */
    @Test
    void whatAnotherTookOverIsNotReleased() {
        ClaimKey key = new ClaimKey("web", "claim-15");
        pending(key, Duration.ofMinutes(-2), MINUTE.negated());
        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);

        claims.release(List.of(key), "another", WINDOW).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.LOCKED);
    }

    @Test
    void aLapsedLockIsTakenOverWhileTheOwnerCanTellDuplicates() {
        ClaimKey key = new ClaimKey("web", "claim-3");
        pending(key, Duration.ofMinutes(-9), Duration.ofMinutes(-8));

        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
        assertThat(take(key)).isEqualTo(ClaimState.LOCKED);
    }

    @Test
    void releasingDoesNotMakeAnOldDeliveryNew() {
        ClaimKey key = new ClaimKey("web", "claim-4");
        pending(key, Duration.ofMinutes(-16), MINUTE);
        claims.release(List.of(key), "another", WINDOW).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.UNDECIDED);
    }

    @Test
    void aWithdrawnClaimIsAsIfNobodyHadTakenIt() {
        List<ClaimKey> key = List.of(new ClaimKey("web", "claim-9"));
        claims.take(key, "delivery-1", WINDOW).await().atMost(SOON);
        claims.withdraw(key, "delivery-2").await().atMost(SOON);
        assertThat(take(key.get(0))).isEqualTo(ClaimState.LOCKED);

        claims.withdraw(key, "delivery-1").await().atMost(SOON);

        assertThat(redis.key().exists(name(key.get(0)))).isFalse();
    }

    @Test
    void withdrawingDoesNotMakeAnOldDeliveryNew() {
        List<ClaimKey> key = List.of(new ClaimKey("web", "claim-10"));
        pending(key.get(0), Duration.ofMinutes(-9), MINUTE.negated());
        claims.take(key, "delivery-1", WINDOW).await().atMost(SOON);

        claims.withdraw(key, "delivery-1").await().atMost(SOON);

        assertThat(redis.value(String.class).get(name(key.get(0))))
                .startsWith("P:")
                .endsWith(":0:");
        assertThat(take(key.get(0))).isEqualTo(ClaimState.TAKEN);
    }

    @Test
    void theDoorWaitsForALockThenSaysTryAgainAndThenStores() {
        String body = Door.track("claim-5", "acme", "u1", "Login");
        ClaimKey key = new ClaimKey("web", "claim-5");
        pending(key, Duration.ZERO, WINDOW);

        Door.as("web-key")
                .body(body)
                .post("/v1/track")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        assertThat(facts("claim-5")).isEmpty();

        pending(key, Duration.ZERO, MINUTE.negated());
        Door.as("web-key").body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
        assertThat(facts("claim-5")).hasSize(1);
    }

    @Test
    void whatWaitedForALockStillReachesTheRegister() {
        pending(new ClaimKey("web", "claim-6"), Duration.ZERO, Duration.ofMillis(300));

        Door.as("web-key")
                .body("{\"messageId\":\"claim-6\",\"userId\":\"claim-user\",\"traits\":{\"name\":\"C. Laim\"}}")
                .post("/v1/identify")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        Door.as("crm-key").get("/v1/people/claim-user").then().statusCode(200).body("name", equalTo("C. Laim"));
    }

    @Test
    void anUndecidedEventIsKeptForAPersonToDecide() {
        pending(new ClaimKey("web", "claim-7"), Duration.ofMinutes(-16), Duration.ofMinutes(-15));

        Door.as("web-key")
                .body(Door.batch(Door.track("claim-7", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:delivery.outcome-unknown"));

        assertThat(facts("claim-7")).isEmpty();
        assertThat(Door.all(Topic.DEAD_LETTERS))
                .anySatisfy(letter ->
                        assertThat(TestTopics.text(letter)).contains("claim-7").contains("delivery.outcome-unknown"));
    }

    @Test
    void whatWaitedIsNewOnceItIsForgotten() {
        ClaimKey key = new ClaimKey("web", "claim-11");
        take(key);
        claims.waits(List.of(key), WINDOW).await().atMost(SOON);
        assertThat(take(key)).isEqualTo(ClaimState.CONFIRMED);

        claims.forget(List.of(key)).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
    }

    /** Who died after it had forgotten them is made up for, and somebody may have sent them again meanwhile. */
    @Test
    void onlyWhatWaitsIsForgotten() {
        ClaimKey stored = new ClaimKey("web", "claim-12");
        ClaimKey inWork = new ClaimKey("web", "claim-13");
        take(stored);
        claims.confirm(List.of(stored), WINDOW).await().atMost(SOON);
        take(inWork);

        claims.forget(List.of(stored, inWork)).await().atMost(SOON);

        assertThat(claims.look(List.of(stored, inWork)).await().atMost(SOON))
                .containsExactly(ClaimState.CONFIRMED, ClaimState.LOCKED);
    }

    /** It was released, and is in the log, before its delivery could say that it waits. */
    @Test
    void whatIsStoredWaitsNoMore() {
        ClaimKey key = new ClaimKey("web", "claim-14");
        take(key);
        claims.confirm(List.of(key), WINDOW).await().atMost(SOON);

        claims.waits(List.of(key), WINDOW).await().atMost(SOON);
        claims.forget(List.of(key)).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.CONFIRMED);
    }

    private ClaimState take(ClaimKey key) {
        return claims.take(List.of(key), Ids.next().toString(), WINDOW)
                .await()
                .atMost(SOON)
                .get(0);
    }

    @Test
    void aCrowdWaitsForConnectionsAndIsClaimedAllTheSame() {
        List<Uni<List<ClaimState>>> crowd = IntStream.range(0, 300)
                .mapToObj(i -> claims.take(List.of(new ClaimKey("web", "crowd-" + i)), "crowd", WINDOW))
                .toList();

        assertThat(Uni.join().all(crowd).andFailFast().await().atMost(SOON))
                .allSatisfy(states -> assertThat(states).containsExactly(ClaimState.TAKEN));
    }

    private static String name(ClaimKey key) {
        return PlaycallerStack.topicPrefix() + "playcaller:claim:" + key.digest();
    }

    /** A delivery that began then and holds its lock until then, both from now. */
    private void pending(ClaimKey key, Duration began, Duration lockedUntil) {
        Instant now = Instant.now();
        redis.value(String.class)
                .set(
                        name(key),
                        "P:%d:%d:another"
                                .formatted(
                                        now.plus(began).toEpochMilli(),
                                        now.plus(lockedUntil).toEpochMilli()));
    }
}
