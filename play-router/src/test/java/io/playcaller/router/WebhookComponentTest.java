package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.router.delivery.WebhookSecret;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class WebhookComponentTest {

    private static final int MANY = 50;

    private static final String SENT_OF_MANY = """
            select count(*) from delivery join task using (task_id)
            where task.account_id like 'hook-many-%' and delivery.state = 'sent'""";

    private RouterWorld world;

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.execute("delete from connector");
        world.execute("delete from delivery_hold");
        world.close();
    }

    @Test
    void aTaskIsToldOnceWithASignatureByEachSecret() throws IOException {
        // When
        world.say(Signals.of("hook-1").owner("csm", "ana").build());
        String taskId = world.awaitTask("hook-1").get("taskId").asText();

        // Then
        JsonNode message = RouterWorld.await(() -> RouterWorld.received(taskId), got -> !got.isEmpty())
                .get(0);
        JsonNode delivery = awaitDelivery(taskId, "sent");
        assertThat(message.get("webhook-id").asText())
                .isEqualTo(delivery.get("deliveryId").asText());
        assertThat(message.get("webhook-signature").asText().split(" "))
                .containsExactly(
                        signature(RouterSettings.SECRET, message), signature(RouterSettings.PREVIOUS_SECRET, message));
        JsonNode body = WireJson.mapper().readTree(message.get("body").asText());
        assertThat(body.get("type").asText()).isEqualTo("task.created");
        assertThat(body.at("/data/assignee/email").asText()).isEqualTo("ana@example.com");
        assertThat(RouterWorld.received(taskId)).hasSize(1);
    }

    @Test
    void ofManyTasksAtOnceEachIsToldOnce() {
        // When
        for (int i = 0; i < MANY; i++) {
            world.say(Signals.of("hook-many-" + i).owner("csm", "ana").build());
        }

        // Then
        RouterWorld.await(() -> world.count(SENT_OF_MANY), sent -> sent == MANY);
        assertThat(RouterWorld.received("hook-many-"))
                .extracting(message -> message.get("webhook-id").asText())
                .hasSize(MANY)
                .doesNotHaveDuplicates();
        assertThat(world.count(SENT_OF_MANY + " and attempts = 1 and last_status = 200 and because is null"))
                .isEqualTo(MANY);
    }

    @Test
    void aToolThatFailsIsTriedAgainWithTheSameId() {
        // Given
        RouterWorld.toolAnswers("hook-2", 503);

        // When
        world.say(Signals.of("hook-2").build());
        String taskId = world.awaitTask("hook-2").get("taskId").asText();
        world.firstRungIsOver(taskId, "webhook");

        // Then
        JsonNode delivery = awaitDelivery(taskId, "sent");
        assertThat(delivery.get("attempts").asInt()).isEqualTo(2);
        List<JsonNode> received = RouterWorld.received(taskId);
        assertThat(received).hasSize(2);
        assertThat(received.get(0).get("webhook-id")).isEqualTo(received.get(1).get("webhook-id"));
    }

    @Test
    void aToolThatWantsNoMoreGetsNoMore() {
        // Given
        RouterWorld.toolAnswers("hook-3", 410);
        world.say(Signals.of("hook-3").build());
        String first = world.awaitTask("hook-3").get("taskId").asText();
        awaitDelivery(first, "disabled");

        // When
        world.say(Signals.of("hook-4").build());
        String second = world.awaitTask("hook-4").get("taskId").asText();

        // Then
        JsonNode delivery = awaitDelivery(second, "disabled");
        assertThat(delivery.get("because").asText()).contains("410");
        assertThat(RouterWorld.received(second)).isEmpty();
    }

    @Test
    void whoHasNotHeardOfATaskHearsNothingOfItOnceItIsWithdrawn() {
        // Given
        Signals told = Signals.of("hook-6");
        world.say(told.build());
        String heard = world.awaitTask("hook-6").get("taskId").asText();
        awaitDelivery(heard, "sent");
        world.execute("""
                insert into delivery_hold (since, because, ordered_by) values (clock_timestamp(), 'A drill.', 'ops')""");
        Signals untold = Signals.of("hook-7");
        world.say(untold.build());
        String unheard = world.awaitTask("hook-7").get("taskId").asText();

        // When
        world.say(told.transition(2, SignalState.RETRACTED).build());
        world.say(untold.transition(2, SignalState.RETRACTED).build());
        RouterWorld.await(() -> RouterWorld.task(unheard).get("state").asText(), "withdrawn"::equals);
        world.execute("delete from delivery_hold");

        // Then
        RouterWorld.await(() -> RouterWorld.received(heard), got -> got.size() == 2);
        assertThat(RouterWorld.received(heard).get(1).get("body").asText()).contains("task.withdrawn");
        assertThat(RouterWorld.received(unheard)).isEmpty();
        assertThat(RouterWorld.task(unheard).get("deliveries")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("state").asText()).isEqualTo("dropped");
            assertThat(one.get("because").asText()).startsWith("the task was withdrawn");
        });
    }

    private static String signature(String secret, JsonNode message) {
        return WebhookSecret.parse(secret)
                .sign(
                        message.get("webhook-id").asText(),
                        Instant.ofEpochSecond(message.get("webhook-timestamp").asLong()),
                        message.get("body").asText());
    }

    private static JsonNode awaitDelivery(String taskId, String state) {
        return RouterWorld.await(
                () -> RouterWorld.task(taskId).at("/deliveries/0"),
                delivery -> delivery.path("state").asText().equals(state));
    }
}
