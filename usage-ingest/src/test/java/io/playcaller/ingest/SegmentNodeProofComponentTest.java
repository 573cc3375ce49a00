package io.playcaller.ingest;

import static io.playcaller.ingest.Door.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.node.NodeProof;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

        NodeProof.Outcome outcome = node.run(Duration.ofMinutes(5), Map.of(), "send.mjs", door, "web-key", "200");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        JsonNode sent = WireJson.mapper().readTree(outcome.output());
        assertThat(ids(sent, "failures")).isEmpty();
        assertThat(ids(sent, "tracks")).hasSize(200);
        await().atMost(Door.SOON)
                .untilAsserted(() -> assertThat(received()).containsExactlyInAnyOrderElementsOf(tracksAndGroups(sent)));
        assertThat(ids(sent, "identifies")).hasSize(5);
        for (int user = 0; user < 5; user++) {
            given().header("Authorization", TestTokens.bearer("ann", "csm"))
                    .get("/v1/people/node-user-" + user)
                    .then()
                    .statusCode(200)
                    .body("accountId", equalTo("node-account"))
                    .body("name", equalTo("Name Of " + user))
                    .body("email", equalTo("node-user-" + user + "@sdk.example"));
        }
    }

    private static List<String> tracksAndGroups(JsonNode sent) {
        return Stream.of("tracks", "groups")
                .flatMap(kind -> ids(sent, kind).stream())
                .toList();
    }

    private static List<String> received() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> "node-account".equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    private static List<String> ids(JsonNode sent, String kind) {
        return StreamSupport.stream(sent.get(kind).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
