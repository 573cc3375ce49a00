package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a retry gets in each state of a claim; the lock lapses after 1.5 s here, and the owner remembers 2 s. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class ClaimsComponentTest {

    @Inject
    Claims claims;

    @Test
    void aConfirmedClaimIsADuplicateForEver() {
        ClaimKey key = new ClaimKey("web", "claim-1");
        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
        claims.confirm(List.of(key)).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.CONFIRMED);
    }

    @Test
    void aReleasedClaimIsTakenAtOnce() {
        ClaimKey key = new ClaimKey("web", "claim-2");
        take(key);
        assertThat(take(key)).isEqualTo(ClaimState.LOCKED);
        claims.release(List.of(key)).await().atMost(SOON);

        assertThat(take(key)).isEqualTo(ClaimState.TAKEN);
    }

    @Test
    void aDeliveryThatNeverEndsIsRepeatedWhileItsOwnerCanTellAndUndecidedAfter() {
        ClaimKey key = new ClaimKey("web", "claim-3");
        take(key);

        await().atMost(SOON).until(() -> take(key) == ClaimState.TAKEN);
        await().atMost(SOON).until(() -> take(key) == ClaimState.UNDECIDED);
    }

    @Test
    void theDoorWaitsForALockThenSaysTryAgainAndThenStores() {
        String body = Door.track("claim-4", "acme", "u1", "Login");
        take(new ClaimKey("web", "claim-4"));

        Door.as("web-key")
                .body(body)
                .post("/v1/track")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        assertThat(facts("claim-4")).isEmpty();

        await().atMost(SOON)
                .until(() -> Door.as("web-key").body(body).post("/v1/track").statusCode() == 200);
        assertThat(facts("claim-4")).hasSize(1);
    }

    @Test
    void anUndecidedEventIsKeptForAPersonToDecide() {
        ClaimKey key = new ClaimKey("web", "claim-5");
        take(key);
        await().atMost(SOON).until(() -> take(key) == ClaimState.UNDECIDED);

        Door.as("web-key")
                .body(Door.batch(Door.track("claim-5", "acme", "u1", "Login")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("refused[0].problem.type", equalTo("urn:playcaller:problem:delivery.outcome-unknown"));

        assertThat(facts("claim-5")).isEmpty();
        assertThat(Door.all(Topic.DEAD_LETTERS))
                .anySatisfy(letter -> assertThat(io.playcaller.testkit.TestTopics.text(letter))
                        .contains("claim-5")
                        .contains("delivery.outcome-unknown"));
    }

    private ClaimState take(ClaimKey key) {
        return claims.take(List.of(key)).await().atMost(SOON).get(0);
    }
}
