package io.playcaller.cli.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterPackTest {

    private static final Path CHECKOUT = Path.of("..");

    @TempDir
    private Path directory;

    @Test
    void theTenPacksOfTheCheckoutHaveAHeadingAndFiles() throws IOException {
        assertThat(StarterPack.all(CHECKOUT)).hasSize(10).allSatisfy(pack -> {
            assertThat(pack.title()).isNotEqualTo(pack.name());
            assertThat(pack.files()).isNotEmpty();
        });
    }

    @Test
    void itsFilesAreWrittenWithoutItsExample() throws IOException {
        Path target = directory.resolve("new/rules");

        assertThat(StarterPack.named(CHECKOUT, "early").into(target)).containsExactly("coverage.yaml", "plays.yaml");

        assertThat(target).isDirectoryContaining(file -> file.endsWith("plays.yaml"));
        assertThat(target.resolve("plays.yaml"))
                .hasSameTextualContentAs(CHECKOUT.resolve("deploy/packs/early/plays.yaml"));
        assertThat(target.resolve("directory.yaml")).doesNotExist();
        assertThat(target.resolve("example")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotReplacedAndThenNothingIsWritten() throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), "plays: []\n");

        assertThatThrownBy(() -> StarterPack.named(CHECKOUT, "early").into(directory))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has plays.yaml already");

        assertThat(directory.resolve("plays.yaml")).hasContent("plays: []");
        assertThat(directory.resolve("coverage.yaml")).doesNotExist();
    }

    @Test
    void anUnknownPackNamesThoseThatThereAre() {
        assertThatThrownBy(() -> StarterPack.named(CHECKOUT, "late"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("there is no pack late; there are centralised-content, community-hub, early,");
    }
}
