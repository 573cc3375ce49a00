package io.playcaller.cli.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackDifferenceTest {

    @TempDir
    private Path root;

    private Path pack;
    private Path own;

    @BeforeEach
    void aPackAndWhatWasMadeOfIt() throws IOException {
        pack = Files.createDirectories(root.resolve("deploy/packs/mine"));
        own = Files.createDirectories(root.resolve("own"));
        Files.writeString(pack.resolve("README.md"), "# Mine\n");
        write(pack, "plays.yaml", "from: shipped", "plays:", "  - key: kickoff", "    owner: csm", "    minutes: 30");
    }

    @Test
    void whatWasTakenOverAsItIsDoesNotDiffer() throws IOException {
        StarterPack.named(root, "mine").into(own);

        assertThat(difference()).isEmpty();
    }

    @Test
    void aLineThatWasChangedStandsAsItWasAndAsItIs() throws IOException {
        write(own, "plays.yaml", "from: shipped", "# Ours.", "plays:", "  - key: kickoff", "    owner: onboarding");

        assertThat(difference())
                .containsExactlyInAnyOrder(
                        "plays.yaml:2 + # Ours.",
                        "plays.yaml:4 -     owner: csm",
                        "plays.yaml:5 -     minutes: 30",
                        "plays.yaml:5 +     owner: onboarding");
    }

    @Test
    void filesThatOnlyOneOfThemHasAreNamed() throws IOException {
        write(pack, "coverage.yaml", "from: shipped");
        write(own, "plays.yaml", Files.readAllLines(pack.resolve("plays.yaml")).toArray(String[]::new));
        write(own, "directory.yaml", "people: []");

        assertThat(difference())
                .containsExactly(
                        "coverage.yaml: not in %s; what ships holds there".formatted(own),
                        "directory.yaml: not of the pack");
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new PackDifference(StarterPack.named(root, "mine"), root.resolve("nowhere")).lines())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no directory");
    }

    private List<String> difference() throws IOException {
        return new PackDifference(StarterPack.named(root, "mine"), own).lines();
    }

    private static void write(Path directory, String file, String... lines) throws IOException {
        Files.write(directory.resolve(file), List.of(lines));
    }
}
