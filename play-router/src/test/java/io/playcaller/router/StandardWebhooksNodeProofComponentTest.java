package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.node.NodeProof;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The npm package standardwebhooks, unmodified, verifies what a tool receives of the running service, whichever secret it has. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class StandardWebhooksNodeProofComponentTest {

    @Test
    void whatAToolReceivesIsVerifiedAndNothingElseIs() throws IOException {
        // Given
        NodeProof node = NodeProof.of(Path.of("src/test/node"));
        try (RouterWorld world = new RouterWorld()) {
            world.say(Signals.of("npm-hook").owner("csm", "ana").build());
            String taskId = world.awaitTask("npm-hook").get("taskId").asText();
            RouterWorld.await(() -> RouterWorld.received(taskId), got -> !got.isEmpty());

            // When
            NodeProof.Outcome outcome = node.run(
                    Duration.ofMinutes(5),
                    Map.of(),
                    "verify.mjs",
                    ConfigProvider.getConfig().getValue("test.tool", String.class) + "/received",
                    RouterSettings.SECRET,
                    RouterSettings.PREVIOUS_SECRET,
                    taskId);

            // Then
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            JsonNode verified = WireJson.mapper().readTree(outcome.output());
            assertThat(verified).isNotEmpty();
            verified.forEach(message -> {
                assertThat(message.get("type").asText()).startsWith("task.");
                assertThat(message.get("typeByPrevious")).isEqualTo(message.get("type"));
                assertThat(message.get("otherBody").asBoolean()).isFalse();
                assertThat(message.get("otherId").asBoolean()).isFalse();
                assertThat(message.get("otherSecret").asBoolean()).isFalse();
            });
        }
    }
}
