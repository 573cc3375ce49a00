package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HealthTableTest {

    private static final HealthFigures FIGURES = new HealthFigures(
            new HealthLoad(1_200_000, 100, true, 8),
            1_300_000,
            100,
            7_000,
            new FoldFigures("health-service", 1_000_000, 20, 10, 12, 3, 512 << 20),
            new FoldFigures("Kafka Streams", 500_000, 40, 20, 0, 10, 256 << 20));

    @Test
    void theTableComparesEventWithEvent() {
        assertThat(HealthTable.of(FIGURES).lines())
                .startsWith("1200000 facts over 100 accounts, Zipf(1); 7000 changes of health")
                .contains(
                        "                              health-service   Kafka Streams    ratio",
                        "CPU µs/event, process                   10.0            40.0     4.00",
                        "CPU µs/event, PostgreSQL                12.0             0.0",
                        "CPU µs/event, in all                    25.0            60.0     2.40",
                        "events/s                             50000.0         12500.0     0.25",
                        "peak memory, MB                        512.0           256.0");
    }

    @Test
    void programsGetTheSameFigures() throws IOException {
        JsonNode json = WireJson.mapper().readTree(HealthTable.json(FIGURES));

        assertThat(json.at("/load/zipf").asBoolean()).isTrue();
        assertThat(json.at("/service/cpuMicrosPerEvent").asDouble()).isEqualTo(10);
        assertThat(json.at("/peer/eventsPerCpuSecondInAll").asDouble()).isEqualTo(500_000 / 30.0);
        assertThat(json.at("/ratioOfProcesses").asDouble()).isEqualTo(4);
        assertThat(json.at("/ratioInAll").asDouble()).isEqualTo(2.4);
    }
}
