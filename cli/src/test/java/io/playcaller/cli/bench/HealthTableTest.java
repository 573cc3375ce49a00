package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.HealthTerms;
import io.playcaller.bench.health.Stretch;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTableTest {

    private static final Stretch WARM_UP = new Stretch(300_000, 30, 45, 20, 10);
    private static final HealthFigures FIGURES = new HealthFigures(
            new HealthLoad(1_200_000, 100, true, 8),
            1_300_000,
            100,
            7_000,
            new FoldFigures("health-service", WARM_UP, new Stretch(1_000_000, 20, 10, 12, 3), 512 << 20, null),
            new FoldFigures("Kafka Streams", WARM_UP, new Stretch(500_000, 40, 20, 0, 10), 256 << 20, null));
    private static final HealthSetting SETTING = HealthSetting.of(
            new HealthTerms(Path.of("service.jar"), Path.of("peer.jar"), 563, 25, Duration.ofMillis(100), false));

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
                        "CPU s, process, before it               45.0            45.0",
                        "peak memory, MB                        512.0           256.0");
    }

    @Test
    void programsGetTheSameFigures() throws IOException {
        JsonNode json = WireJson.mapper().readTree(HealthTable.json(FIGURES, SETTING));

        assertThat(json.at("/setting/heapMegabytes").asInt()).isEqualTo(563);
        assertThat(json.at("/setting/postgres/shared_buffers").asText()).isEqualTo("1GB");
        assertThat(json.at("/service/warmUp/processSeconds").asDouble()).isEqualTo(45);
        assertThat(json.at("/load/zipf").asBoolean()).isTrue();
        assertThat(json.at("/service/cpuMicrosPerEvent").asDouble()).isEqualTo(10);
        assertThat(json.at("/peer/eventsPerCpuSecondInAll").asDouble()).isEqualTo(500_000 / 30.0);
        assertThat(json.at("/ratioOfProcesses").asDouble()).isEqualTo(4);
        assertThat(json.at("/ratioInAll").asDouble()).isEqualTo(2.4);
    }
}
