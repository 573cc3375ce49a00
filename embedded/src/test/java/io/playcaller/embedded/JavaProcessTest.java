package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JavaProcessTest {

    @TempDir
    Path directory;

    @Test
    void theOptionsAreThoseOfTheImageWhereJavaKnowsThem() {
        assertThat(JavaProcess.options(563, 17))
                .contains("-Xmx563m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC")
                .doesNotContain("-XX:+UseCompactObjectHeaders");
        assertThat(JavaProcess.options(563, 25)).contains("-XX:+UseCompactObjectHeaders");
    }

    @Test
    @Timeout(300)
    void whoEndedIsNamedWithWhereItSaysWhy() throws Exception {
        try (JavaProcess process = new JavaProcess("door", directory, 16, List.of("NoSuchProgram"))) {
            ProcessHandle.of(process.pid()).ifPresent(handle -> handle.onExit().join());

            assertThatThrownBy(process::requireAlive)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("door ended with 1")
                    .hasMessageContaining(directory.resolve("door.log").toString());
        }
    }
}
