package io.playcaller.ingest;

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

/** What {@code docs/sending.md} says of SDKs, of those that run here: which answers they take as the last word. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class SdkRetriesProofComponentTest {

    @Test
    void clientsSendAgainWhatWasNotStoredAndNothingElse() throws IOException {
        NodeProof node = NodeProof.of(Path.of("src/test/node"));
        String door = ConfigProvider.getConfig().getValue("test.url", String.class);

        NodeProof.Outcome outcome = node.run(Duration.ofMinutes(5), Map.of(), "retries.mjs", door, "crm-key");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        JsonNode tries = WireJson.mapper().readTree(outcome.output());
        assertThat(tries.fieldNames()).toIterable().containsExactly("segment", "rudderstack");
        for (JsonNode sdk : tries) {
            assertThat(sdk).as(outcome.output()).hasSize(9);
            for (String lastWord : new String[] {"400", "401", "403", "409", "413", "415"}) {
                assertThat(sdk.path(lastWord).asInt()).as(lastWord).isEqualTo(1);
            }
            for (String comeAgain : new String[] {"429", "500", "503"}) {
                assertThat(sdk.path(comeAgain).asInt()).as(comeAgain).isEqualTo(2);
            }
        }
    }
}
