package io.playcaller.ingest;

import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.node.NodeProof;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The npm client @segment/analytics-node, unmodified, against the running door. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SegmentNodeProofComponentTest {

    @Test
    void everythingThatTheClientSendsIsInTheLogOnce() throws IOException {
        NodeProof node = NodeProof.of(Path.of("src/test/node"));
        String door = ConfigProvider.getConfig().getValue("test.url", String.class);

        NodeProof.Outcome outcome = node.run(Duration.ofMinutes(1), Map.of(), "send.mjs", door, "web-key", "200");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        JsonNode sent = WireJson.mapper().readTree(outcome.output());
        assertThat(ids(sent, "failures")).isEmpty();
        assertThat(ids(sent, "tracks")).hasSize(200);
        await().atMost(Door.SOON).untilAsserted(() -> {
            List<String> received = received();
            assertThat(received).containsAll(ids(sent, "groups"));
            assertThat(received).containsAll(ids(sent, "tracks"));
            assertThat(received).doesNotHaveDuplicates();
            assertThat(names()).contains("Name Of 0", "Name Of 1", "Name Of 2", "Name Of 3", "Name Of 4");
        });
    }

    private static List<String> received() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> "node-account".equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    private static List<String> names() {
        return Door.all(Topic.PEOPLE).stream()
                .filter(record -> record.value() != null)
                .map(record -> WireJson.read(record.value(), PersonRecord.class).name())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> ids(JsonNode sent, String kind) {
        return StreamSupport.stream(sent.get(kind).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
