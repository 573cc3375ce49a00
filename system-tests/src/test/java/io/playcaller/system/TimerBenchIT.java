package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench timers} on small numbers: that everything is fired and nothing early, and not how fast. */
@Tag("long")
@EnabledOnOs(OS.LINUX)
class TimerBenchIT {

    @TempDir
    Path directory;

    @Test
    void bothContendersFireAllThatIsDueAndNothingEarly() throws Exception {
        Path file = directory.resolve("figures.json");
        try (Command command = new Command(directory, Map.of())) {
            Command.Said said = command.run(
                    "bench",
                    "timers",
                    "--pending=2000",
                    "--rate=50",
                    "--warm-up=2",
                    "--seconds=4",
                    "--backlog=400",
                    "--armed=400",
                    "--signals=3",
                    "--json=" + file);

            assertThat(said.text()).contains("play-router", "db-scheduler, the same rows", "db-scheduler, one row");
            assertThat(said.exitCode()).isZero();
            assertThat(command.processes()).isEmpty();
        }
        JsonNode figures = new ObjectMapper().readTree(file.toFile());
        assertThat(figures.path("firings")).hasSize(3).allSatisfy(firing -> {
            assertThat(firing.at("/lateness/count").asInt()).isEqualTo(200);
            assertThat(firing.at("/early").asLong()).isZero();
            assertThat(firing.at("/firedPerSecond").asDouble()).isPositive();
        });
        assertThat(figures.at("/signalToTask/count").asInt()).isEqualTo(150);
    }
}
