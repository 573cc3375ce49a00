package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path directory;

    @Test
    void theLastLinesOfALargeLogAreRead() throws Exception {
        Path log = directory.resolve("a.log");
        Files.writeString(log, "filler\n".repeat(50_000) + "one\ntwo\nthree\n");

        assertThat(LogTail.lines(log, 2)).containsExactly("two", "three");
    }

    @Test
    void aLogThatIsNotThereIsEmpty() {
        assertThat(LogTail.lines(directory.resolve("b.log"), 2)).isEmpty();
    }
}
