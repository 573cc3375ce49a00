package io.playcaller.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.node.NodeProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own modules do what the scripts say of them, in a document without a browser. */
class PageProofTest {

    private static final Path SOURCES = Path.of("src/main/resources/web/app");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.mjs",
                "judgements.mjs",
                "desks.mjs",
                "hand-overs.mjs",
                "leaders.mjs",
                "retained.mjs",
                "planners.mjs",
                "models.mjs"
            })
    void thePageShowsWhatServicesAnswerAndTellsThemWhatPeopleDo(String script) throws IOException {
        NodeProof proof = NodeProof.of(Path.of("src/test/node"));

        NodeProof.Outcome outcome = proof.run(
                Duration.ofMinutes(5), Map.of(), script, besideItsPackages().toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("fail 0").doesNotContain("pass 0");
    }

    /** Modules find packages in the directories above them. */
    private static Path besideItsPackages() throws IOException {
        Path copy = Files.createDirectories(Path.of("target", "node-proof", "app"));
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> modules =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            for (Path module : modules) {
                Files.copy(module, copy.resolve(module.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy.toAbsolutePath();
    }
}
