package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.node.NodeProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document names every topic and every type, and the reference parser accepts it. */
class AsyncApiContractTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/asyncapi.yaml");
    private static final Pattern ADDRESS = Pattern.compile("^ {4}address: (.+)$", Pattern.MULTILINE);
    private static final Pattern MESSAGE = Pattern.compile("^ {6}name: (.+)$", Pattern.MULTILINE);

    /** What comes in without being a CloudEvent. */
    private static final String SEGMENT = "segment";

    @Test
    void everyTopicIsAChannelAndEveryTypeAMessage() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(all(ADDRESS, document))
                .isEqualTo(Arrays.stream(Topic.values()).map(Topic::baseName).collect(Collectors.toSet()));
        Set<String> messages =
                Arrays.stream(EventType.values()).map(EventType::wire).collect(Collectors.toSet());
        messages.add(SEGMENT);
        assertThat(all(MESSAGE, document)).isEqualTo(messages);
    }

    @Test
    void theReferenceParserAcceptsIt() {
        NodeProof proof = NodeProof.of(Path.of("src/test/node"));

        NodeProof.Outcome outcome = proof.run(
                Duration.ofMinutes(10),
                Map.of(),
                "validate-asyncapi.mjs",
                DOCUMENT.toAbsolutePath().toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("valid: " + Topic.values().length + " channels");
    }

    private static Set<String> all(Pattern pattern, String document) {
        return pattern.matcher(document)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }
}
