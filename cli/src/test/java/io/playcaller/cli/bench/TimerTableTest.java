package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.Latencies;
import io.playcaller.bench.timer.ArmFigures;
import io.playcaller.bench.timer.FiringFigures;
import io.playcaller.bench.timer.SignalFigures;
import io.playcaller.bench.timer.TimerFigures;
import io.playcaller.bench.timer.TimerLoad;
import io.playcaller.bench.timer.TimerTerms;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerTableTest {

    private static final long MILLI = 1_000_000;
    private static final Latencies LATE = Latencies.of(50 * MILLI, 60 * MILLI, 120 * MILLI);
    private static final TimerFigures FIGURES = new TimerFigures(
            new TimerLoad(List.of(10_000), 200, 20, 60, 20_000, 20_000, 30),
            4,
            List.of(
                    new FiringFigures(
                            "play-router",
                            10_000,
                            new ArmFigures(4_000, 3_000, 60_000, 50_000.0),
                            LATE,
                            0,
                            900,
                            700,
                            1_500),
                    new FiringFigures(
                            "db-scheduler, the same rows",
                            10_000,
                            new ArmFigures(5_000, 2_000, 40_000, null),
                            LATE,
                            0,
                            800,
                            1_200,
                            1_100),
                    new FiringFigures("db-scheduler, one row", 10_000, null, LATE, 2, 300, 400, 4_000)),
            new SignalFigures(Latencies.of(20 * MILLI, 30 * MILLI), Latencies.of(40 * MILLI, 70 * MILLI)));
    private static final TimerSetting SETTING = TimerSetting.of(
            new TimerTerms(Path.of("service.jar"), Path.of("peer.jar"), 422, Duration.ofMillis(100), 16, 8));

    @Test
    void theTableSaysHowLateEachIsAndHowManyItManages() {
        assertThat(TimerTable.of(FIGURES).lines())
                .contains(
                        "200 a second                    pending   p50 ms   p99 ms   max ms  early    CPU µs   + PG µs   fires/s",
                        "play-router                       10000     60.0    120.0    120.0      0       900       700      1500",
                        "db-scheduler, one row             10000     60.0    120.0    120.0      2       300       400      4000",
                        "timers a second                 pending       arm    cancel   arm set  cancel set",
                        "play-router                       10000      4000      3000     60000       50000",
                        "db-scheduler, the same rows       10000      5000      2000     40000           –",
                        "200 signals a second, due to task: p50 20.0 ms, p99 30.0 ms, p99.9 30.0 ms, max 30.0 ms",
                        "200 signals a second, task to webhook: p50 40.0 ms, p99 70.0 ms, p99.9 70.0 ms, max 70.0 ms");
    }

    @Test
    void programsGetTheSameFigures() throws IOException {
        JsonNode json = WireJson.mapper().readTree(TimerTable.json(FIGURES, SETTING));

        assertThat(json.at("/setting/peerThreads").asInt()).isEqualTo(16);
        assertThat(json.at("/setting/postgres/track_commit_timestamp").asText()).isEqualTo("on");
        assertThat(json.at("/load/pending/0").asInt()).isEqualTo(10_000);
        assertThat(json.at("/firings/0/lateness/p99").asDouble()).isEqualTo(120);
        assertThat(json.at("/firings/0/armingPerSecond/cancelInSets").asDouble())
                .isEqualTo(50_000);
        assertThat(json.at("/firings/1/armingPerSecond").has("cancelInSets")).isFalse();
        assertThat(json.at("/firings/2/early").asLong()).isEqualTo(2);
        assertThat(json.at("/signalToTask/count").asInt()).isEqualTo(2);
        assertThat(json.at("/taskToWebhook/p99").asDouble()).isEqualTo(70);
    }
}
