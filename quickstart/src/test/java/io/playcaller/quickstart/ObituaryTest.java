package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObituaryTest {

    @TempDir
    Path directory;

    @Test
    void whatWasKilledSaysWhoMayHaveDoneItAndWhereToLook() throws Exception {
        Path log = directory.resolve("redis.log");
        Files.writeString(log, "Ready to accept connections\n");

        assertThat(Obituary.of("redis", OptionalInt.of(137), log)).isEqualTo("""
                        redis was killed (signal 9), by somebody or by the system for want of memory: all of it needs some\
                         2.5 GB; see ./playcaller logs redis
                          Ready to accept connections""");
    }

    @Test
    void aFaultOfItsOwnIsReadInTheEndOfItsLog() throws Exception {
        Path log = directory.resolve("console.log");
        Files.writeString(log, "filler\n".repeat(20) + "Port 8080 seems to be in use\n");

        assertThat(Obituary.of("console", OptionalInt.of(1), log))
                .startsWith("console ended with exit code 1; see ./playcaller logs console\n")
                .endsWith("\n  Port 8080 seems to be in use");
    }

    @Test
    void ofAStackTraceOnlyTheFaultsAreShown() throws Exception {
        Path log = directory.resolve("kafka.log");
        Files.writeString(log, """
                Error while appending records to tasks-0
                java.io.IOException: No space left on device
                %sCaused by: java.nio.file.FileSystemException: full
                \t... 12 more
                """.formatted("\tat org.example.Broker.write(Broker.java:7)\n".repeat(40)));

        assertThat(Obituary.of("kafka", OptionalInt.of(1), log)).isEqualTo("""
                        kafka ended with exit code 1; see ./playcaller logs kafka
                          Error while appending records to tasks-0
                          java.io.IOException: No space left on device
                          Caused by: java.nio.file.FileSystemException: full""");
    }

    @Test
    void withoutALogTheLineStandsAlone() {
        assertThat(Obituary.of("console", OptionalInt.of(143), directory.resolve("console.log")))
                .isEqualTo("console was ended by somebody (signal 15); see ./playcaller logs console");
    }

    @Test
    void whereItIsNotKnownHowItIsNotSaid() {
        assertThat(Obituary.of("postgres", OptionalInt.empty(), directory.resolve("postgres.log")))
                .isEqualTo("postgres ended; see ./playcaller logs postgres");
    }
}
