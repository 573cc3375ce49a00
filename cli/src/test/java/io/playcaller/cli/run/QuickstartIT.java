package io.playcaller.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged command with real backing services: how everything starts, dies, comes back and ends. Stand-ins serve for
 * the five services, whose real start {@code system-tests} proves.
 */
class QuickstartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(directory);
    }

    /** Also when a test fails, nothing of it is left. */
    @AfterEach
    void nothingIsLeft() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatIsKilledComesBackAndDownEndsWhatAKilledSupervisorLeaves() throws Exception {
        List<String> options = new ArrayList<>(checkout.ports());
        options.add("--detach");
        Checkout.Run up = checkout.start("up", options);
        assertThat(up.exitCode()).as(up.said()).isZero();
        assertThat(up.said()).contains("Playcaller is up after", "write key", "login");
        // It asks each part, and gives it three seconds.
        await("all are ready").atMost(PATIENCE).untilAsserted(() -> {
            Checkout.Run status = checkout.run("status");
            assertThat(status.exitCode()).as(status.said()).isZero();
        });

        Files.createFile(checkout.broken(Service.CONSOLE));
        for (String part : List.of("postgres", "redis", "console")) {
            Checkout.signal("KILL", part(part).pid());
        }

        await("the console is reported").atMost(PATIENCE).untilAsserted(() -> {
            Checkout.Run status = checkout.run("status");
            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.said())
                    .contains("dead, and started again by itself: console ended with exit code 1; see ./playcaller logs"
                            + " console");
        });
        Files.delete(checkout.broken(Service.CONSOLE));
        await("all are back").atMost(PATIENCE).untilAsserted(() -> {
            Checkout.Run status = checkout.run("status");
            assertThat(status.said())
                    .containsPattern("postgres .* ready \\(died (once|\\d+ times)\\)")
                    .containsPattern("redis .* ready \\(died (once|\\d+ times)\\)")
                    .containsPattern("console .* ready \\(died \\d+ times\\)");
            assertThat(status.exitCode()).isZero();
        });
        assertThat(checkout.run("logs", "postgres", "--lines", "400").said())
                .contains("database system was interrupted");
        assertThat(checkout.run("logs", "redis").said()).contains("Ready to accept connections");
        assertThat(checkout.run("logs", "console").said()).contains("the schema is of a newer version");

        Checkout.signal("KILL", state().pid());
        await().atMost(PATIENCE).until(() -> !state().supervisorLives());
        assertThat(checkout.run("status").said()).contains("was killed; ./playcaller down ends what it left");
        Checkout.Run down = checkout.run("down");
        assertThat(down.exitCode()).isZero();
        assertThat(down.said())
                .contains("The supervisor was gone; stopped what it left:")
                .contains(Service.modules())
                .contains("redis", "postgres");
        assertThat(checkout.processes()).isEmpty();
    }

    @Test
    void ctrlCInTheForegroundEndsEverything() throws Exception {
        Checkout.Run up = checkout.start("up", checkout.ports());
        await().atMost(PATIENCE).until(() -> up.said().contains("Running. Ctrl-C stops everything; the data stay."));
        assertThat(checkout.run("up").said()).contains("already running (process %d)".formatted(state().pid()));

        Checkout.signal(interrupt(), up.process().pid());

        assertThat(up.exitCode()).isGreaterThan(128);
        assertThat(up.said()).containsSubsequence("Stopping …", "Stopped.\n");
        assertThat(checkout.processes()).isEmpty();
        assertThat(checkout.run("status").said())
                .contains("nothing is running; start it with ./playcaller up --detach");
    }

    @Test
    void aServiceThatCannotStartFailsTheStartSayingWhyAndLeavesNothing() throws Exception {
        Files.createFile(checkout.broken(Service.PLAY_ROUTER));

        Checkout.Run up = checkout.start("up", checkout.ports());

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.said())
                .contains("cannot start: play-router ended with exit code 1; see ./playcaller logs play-router")
                .contains("the schema is of a newer version");
        assertThat(checkout.processes()).isEmpty();
        assertThat(checkout.run("status").said()).contains("it could not go on", "play-router ended with exit code 1");
    }

    @Test
    void resetEndsALeftServiceBeforeItDeletesItsData() throws Exception {
        Path program = Service.CONSOLE.program(checkout.home().root());
        Path directoryOfService = Files.createDirectories(checkout.home().service(Service.CONSOLE));
        Files.createDirectories(directoryOfService.resolve("config"));
        Files.writeString(
                directoryOfService.resolve("config/application.properties"),
                "quarkus.http.port=0\nquarkus.http.host=127.0.0.1\n");
        Process left = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dplaycaller.quickstart=console",
                        "-jar",
                        program.toString())
                .directory(directoryOfService.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        Checkout.Run reset = checkout.run("reset", "--yes");

        assertThat(reset.said()).contains("Stopped what a killed run had left behind: console");
        assertThat(left.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(checkout.home().directory()).doesNotExist();
    }

    private RunState state() {
        return RunState.read(checkout.home().runState()).orElseThrow();
    }

    private Part part(String name) {
        return state().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Ctrl-C, unless this JVM was told to ignore it (as a shell's background job is), which its children are then too. */
    private static String interrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "INT";
        }
        long ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        return (ignored & 2) == 0 ? "INT" : "TERM";
    }
}
