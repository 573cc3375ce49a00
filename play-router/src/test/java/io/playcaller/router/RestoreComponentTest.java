package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.restore.app.RestoreCheck;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivery that is held: because the database is older than what it told, and by an operator's word. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class RestoreComponentTest {

    private final RestoreCheck restored;
    private RouterWorld world;

    RestoreComponentTest(RestoreCheck restored) {
        this.restored = restored;
    }

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.execute("delete from delivery_hold");
        world.close();
    }

    @Test
    void aDatabaseThatKnowsWhatWasToldIsNotHeld() {
        restored.passed().await().atMost(RouterWorld.SOON);

        assertThat(hold().get("held").asBoolean()).isFalse();
    }

    @Test
    void aHoldOfTheServiceBecomesThatOfWhoeverOrdersOne() {
        world.execute("insert into delivery_hold (since, because) values (clock_timestamp(), 'It was restored.')");

        ops().body("{\"because\": \"We look first.\"}")
                .post("/v1/connectors/hold")
                .then()
                .statusCode(200);

        assertThat(hold().get("because").asText()).isEqualTo("We look first.");
        assertThat(hold().hasNonNull("by")).isTrue();
    }

    @Test
    void aDatabaseThatIsOlderThanWhatWasToldSendsNothingUntilItIsReleased() {
        // Given
        world.say(Signals.of("restore-1").build());
        String before = world.awaitTask("restore-1").get("taskId").asText();
        awaitSent(before);
        RouterWorld.await(() -> world.count("select count(*) from outbox"), waiting -> waiting == 0);

        // When: as a backup of before its last step would have it
        world.execute("update task set rev = rev - 1 where task_id = '" + before + "'");
        restored.passed().await().atMost(RouterWorld.SOON);
        world.execute("update task set rev = rev + 1 where task_id = '" + before + "'");

        // Then
        assertThat(hold().get("held").asBoolean()).isTrue();
        assertThat(hold().get("because").asText()).contains("restored");
        assertThat(hold().has("by")).isFalse();
        world.say(Signals.of("restore-2").build());
        String after = world.awaitTask("restore-2").get("taskId").asText();
        assertThat(stateOfWebhook()).isEqualTo("held");
        assertThat(RouterWorld.task(after).at("/deliveries/0/state").asText()).isEqualTo("pending");

        // When
        assertThat(ops().post("/v1/connectors/hold/release").statusCode()).isEqualTo(200);

        // Then
        awaitSent(after);
        assertThat(RouterWorld.received(after)).hasSize(1);
        assertThat(stateOfWebhook()).isEqualTo("running");
    }

    @Test
    void anOperatorHoldsDeliveryWithAReasonAndReleasesIt() {
        assertThat(ops().body("{}").post("/v1/connectors/hold").statusCode()).isEqualTo(400);
        assertThat(RouterWorld.as("ana", "csm")
                        .body("{\"because\": \"no\"}")
                        .post("/v1/connectors/hold")
                        .statusCode())
                .isEqualTo(403);

        JsonNode held = RouterWorld.json(
                ops().body("{\"because\": \"The tracker is moved.\"}").post("/v1/connectors/hold"));

        assertThat(held.get("by").asText()).isEqualTo("ops@example.com");
        assertThat(held.get("because").asText()).isEqualTo("The tracker is moved.");
        assertThat(RouterWorld.json(ops().post("/v1/connectors/hold/release"))
                        .get("held")
                        .asBoolean())
                .isFalse();
    }

    private static void awaitSent(String taskId) {
        RouterWorld.await(
                () -> RouterWorld.task(taskId).at("/deliveries/0/state").asText(), state -> state.equals("sent"));
    }

    private static JsonNode hold() {
        return RouterWorld.json(RouterWorld.get("/v1/connectors/hold"));
    }

    private static String stateOfWebhook() {
        for (JsonNode connector :
                RouterWorld.json(RouterWorld.get("/v1/connectors")).get("items")) {
            if (connector.get("name").asText().equals("webhook")) {
                return connector.get("state").asText();
            }
        }
        return "missing";
    }

    private static RequestSpecification ops() {
        return RouterWorld.as("ops@example.com", "ops");
    }
}
