package io.playcaller.bench.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is measured is what play-router does. */
class ArmBenchTest {

    private static final Path PG_TIMERS =
            Path.of("../play-router/src/main/java/io/playcaller/router/task/out/PgTimers.java");

    @Test
    void theStatementsAreThoseOfPlayRouter() throws IOException {
        String source = unnumbered(Files.readString(PG_TIMERS));

        assertThat(source).contains(unnumbered(ArmBench.ARM)).contains(unnumbered(ArmBench.CANCEL));
    }

    private static String unnumbered(String text) {
        return text.replaceAll("\\$\\d+", "?").replaceAll("\\s+", " ");
    }
}
