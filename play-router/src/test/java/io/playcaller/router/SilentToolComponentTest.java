package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A tool of whose answers nothing comes. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(MessageSettings.class)
class SilentToolComponentTest {

    @Test
    void aToolThatNeverAnswersIsSaidInWords() {
        // Given
        RouterWorld.toolAnswers("hook-5", WebhookDouble.SILENCE);

        try (RouterWorld world = new RouterWorld()) {
            // When: nobody there can be written to, so that one of ours has it at once
            world.say(Signals.of("hook-5").owner("csm", "ana").build());
            String taskId = world.awaitTask("hook-5").get("taskId").asText();

            // Then
            JsonNode delivery = RouterWorld.await(
                    () -> RouterWorld.task(taskId).at("/deliveries/0"), one -> one.hasNonNull("because"));
            assertThat(delivery.get("because").asText())
                    .isEqualTo("no answer within " + MessageSettings.WEBHOOK_TIMEOUT.toMillis() + " ms");
        }
    }
}
