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

/** {@code bench health} on a small log: that both contenders come to the same and everything is said, and not how fast they are. */
@Tag("long")
@EnabledOnOs(OS.LINUX)
class HealthBenchIT {

    @TempDir
    Path directory;

    @Test
    void theServiceAndItsPeerFoldTheSameLogToTheSameScores() throws Exception {
        Path file = directory.resolve("figures.json");
        try (Command command = new Command(directory, Map.of())) {
            Command.Said said = command.run(
                    "bench", "health", "--events=20000", "--accounts=500", "--partitions=2", "--json=" + file);

            assertThat(said.text()).contains("both keep 500 accounts").contains("CPU µs/event, in all");
            assertThat(said.exitCode()).isZero();
            assertThat(command.processes()).isEmpty();
        }
        JsonNode figures = new ObjectMapper().readTree(file.toFile());
        assertThat(figures.at("/accounts").asLong()).isEqualTo(500);
        assertThat(figures.at("/service/events").asLong()).isGreaterThan(10_000);
        assertThat(figures.at("/peer/events").asLong()).isGreaterThan(10_000);
        assertThat(figures.at("/ratioInAll").asDouble()).isPositive();
    }

    @Test
    void theServiceAloneSaysHowLongASignalTakesWhatItHoldsAndWhereItsProcessorIs() throws Exception {
        Path file = directory.resolve("figures.json");
        try (Command command = new Command(directory, Map.of())) {
            Command.Said said = command.run(
                    "bench",
                    "health",
                    "--events=20000",
                    "--accounts=500",
                    "--partitions=2",
                    "--latency=5",
                    "--held",
                    "--profile",
                    "--json=" + file);

            assertThat(said.text()).contains("fact due to signal read", "heap after a collection", "nearest of ours");
            assertThat(said.exitCode()).isZero();
            assertThat(command.processes()).isEmpty();
        }
        JsonNode figures = new ObjectMapper().readTree(file.toFile()).path(0);
        assertThat(figures.at("/accounts").asLong()).isEqualTo(500);
        assertThat(figures.at("/pace/signals").asInt()).isGreaterThan(100);
        assertThat(figures.at("/held/claimedHeapBytes").asLong()).isPositive();
        assertThat(figures.at("/held/midnights")).hasSize(3);
        assertThat(figures.at("/service/profile/samples").asLong()).isPositive();
    }
}
