package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No broker answers: nothing is accepted, and nothing stays claimed. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
@WithTestResource(KafkaAwayComponentTest.NoBroker.class)
class KafkaAwayComponentTest {

    @Inject
    Claims claims;

    @Test
    void theSenderIsToldToComeAgainAndMay() {
        Door.as("web-key")
                .body(Door.batch(Door.track("away-1", "acme", "u1", "Login"), "{\"type\":\"bad\"}"))
                .post("/v1/batch")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());

        assertThat(claims.take(List.of(new ClaimKey("web", "away-1")), "test", SOON)
                        .await()
                        .atMost(SOON))
                .containsExactly(ClaimState.TAKEN);
        // A machine that stands still keeps a probe waiting, too, but not one after the other.
        await().atMost(SOON)
                .untilAsserted(() -> RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .time(lessThan(10L), TimeUnit.SECONDS));
    }

    /** No profile: the application would be built anew for it. */
    public static final class NoBroker implements QuarkusTestResourceLifecycleManager {

        /** After the {@link PlaycallerStack}, whose broker this hides. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers", "127.0.0.1:1",
                    "playcaller.ingest.log.block-timeout", "PT0.5S",
                    "playcaller.outbox.mode", "off",
                    "quarkus.log.category.\"org.apache.kafka\".level", "ERROR");
        }

        @Override
        public void stop() {}
    }
}
