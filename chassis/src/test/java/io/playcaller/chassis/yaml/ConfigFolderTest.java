package io.playcaller.chassis.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {

    /** Shipped: {@code src/test/resources/trial}. */
    private final ConfigFolder folder =
            new ConfigFolder("trial.dir", List.of("one.yaml", "two.yaml"), ConfigFolderTest.class, "/trial/");

    @TempDir
    private Path directory;

    @Test
    void withoutADirectoryTheShippedFilesCount() {
        ConfigFiles files = folder.read(Optional.empty());

        assertThat(files.texts().get("one.yaml")).isEqualTo(new ConfigFiles.Text("trial/one.yaml", "is: shipped\n"));
        assertThat(files.faults()).isEmpty();
    }

    @Test
    void anOwnFileCountsForTheShippedOneAndIsNamedByItsPath() throws IOException {
        Path own = Files.writeString(directory.resolve("two.yaml"), "is: ours\n");

        ConfigFiles files = folder.read(Optional.of(directory));

        assertThat(files.texts().get("two.yaml")).isEqualTo(new ConfigFiles.Text(own.toString(), "is: ours\n"));
        assertThat(files.content("one.yaml")).isEqualTo("is: shipped\n");
        assertThat(files.faults()).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsAFault() {
        Path nowhere = directory.resolve("nowhere");

        assertThat(said(folder.read(Optional.of(nowhere))))
                .containsExactly(nowhere + ": is no directory; correct trial.dir");
    }

    @Test
    void aYamlFileThatNothingReadsIsAFaultWithWhatWasMeant() throws IOException {
        Files.writeString(directory.resolve("won.yaml"), "");
        Files.writeString(directory.resolve("two.yml"), "");
        Files.writeString(directory.resolve("something-else.yaml"), "");
        Files.writeString(directory.resolve("README.md"), "");
        Files.createDirectory(directory.resolve("..data"));

        assertThat(said(folder.read(Optional.of(directory))))
                .containsExactly(
                        directory + "/something-else.yaml: is read by nothing; known here: one.yaml, two.yaml",
                        directory + "/two.yml: is read by nothing; did you mean `two.yaml`?",
                        directory + "/won.yaml: is read by nothing; did you mean `one.yaml`?");
    }

    @Test
    void whatIsNoFileOfTextIsAFault() throws IOException {
        Files.createDirectory(directory.resolve("one.yaml"));
        Files.write(directory.resolve("two.yaml"), new byte[] {(byte) 0xff});

        assertThat(said(folder.read(Optional.of(directory))))
                .hasSize(2)
                .allMatch(fault -> fault.contains(".yaml: cannot be read as a file of UTF-8 text: "));
    }

    private static List<String> said(ConfigFiles files) {
        return files.faults().stream().map(ConfigProblem::toString).toList();
    }
}
