package io.playcaller.ingest;

import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.node.NodeProof;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The npm client cloudevents, unmodified, in binary, structured and batched mode against the running door. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class CloudEventsNodeProofComponentTest {

    @Test
    void everythingThatTheClientSendsIsInTheLogOnce() throws IOException {
        NodeProof node = NodeProof.of(Path.of("src/test/node"));
        String door = ConfigProvider.getConfig().getValue("test.url", String.class);

        NodeProof.Outcome outcome =
                node.run(Duration.ofMinutes(5), Map.of(), "cloudevents.mjs", door, "web-key", "300", "npm");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        JsonNode sent = WireJson.mapper().readTree(outcome.output());
        List<String> ids = new ArrayList<>();
        for (String mode : new String[] {"binary", "structured", "batched"}) {
            assertThat(sent.path(mode)).as(mode).hasSize(100);
            sent.path(mode).forEach(id -> ids.add("/npm/cloudevents#" + id.textValue()));
        }
        assertThat(received()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static List<String> received() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> "npm-account".equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }
}
