package io.playcaller.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.Latencies;
import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.HealthTerms;
import io.playcaller.bench.health.ServiceFigures;
import io.playcaller.bench.health.ServiceFigures.Held;
import io.playcaller.bench.health.ServiceFigures.Midnight;
import io.playcaller.bench.health.ServiceFigures.Pace;
import io.playcaller.bench.health.ServiceFigures.Read;
import io.playcaller.bench.health.Stretch;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceTableTest {

    private static final HealthSetting SETTING = HealthSetting.of(
            new HealthTerms(Path.of("service.jar"), Path.of("peer.jar"), 1_536, 25, Duration.ofMillis(100), false));
    private static final Pace PACE = new Pace(4_000, 60, Latencies.of(20_000_000, 30_000_000, 250_000_000));
    private static final List<Read> READS = List.of(
            new Read("an account", Latencies.of(2_000_000, 3_500_000, 9_000_000), Latencies.of(2_500_000, 30_000_000)));
    private static final Held HELD = new Held(
            300L << 20,
            200L << 20,
            4.25,
            20.5,
            List.of(new Midnight("2026-01-15T00:00:00Z", 900, 7, new Stretch(8, 1.5, 0.5, 0.25, 0.125))));

    private static ServiceFigures of(int accounts, double processSeconds, @Nullable Pace pace, @Nullable Held held) {
        Stretch counted = new Stretch(1_000_000, 20, processSeconds, 12, 3);
        FoldFigures fold = new FoldFigures("health-service", counted, counted, 512 << 20, null);
        return new ServiceFigures(
                new HealthLoad(1_000_000, accounts, false, 8),
                1_200_000,
                accounts,
                fold,
                pace,
                held == null ? null : READS,
                held);
    }

    @Test
    void eachLogHasALineAndWhatFollowedBelow() {
        assertThat(ServiceTable.of(List.of(of(20_000, 10, PACE, HELD))).lines())
                .contains(
                        "20000 accounts, uniform              10.0         12.0          3.0         25.0      50000      512",
                        "fact due to signal read, at 4000 facts a second for 60 s: p50 30 ms, p99 250 ms, p99.9 250 ms, max 250 ms"
                                + " (3 signals)",
                        "an account: p50 3.5 ms, p99 9.0 ms one after another (3), p50 2.5 ms, p99 30.0 ms at 50 a second (2)",
                        "heap after a collection: 300 MB when warm, 200 MB of a new process that owns everything",
                        "2026-01-15T00:00:00Z: 900 accounts due, 7 changes, 1500 ms; CPU ms: process 500, PostgreSQL 250, broker 125");
    }

    @Test
    void growthIsTheSecondByTheFirst() {
        assertThat(ServiceTable.growth("uniform", of(20_000, 10, null, null), of(1_000_000, 15, null, null)))
                .isEqualTo("growth, uniform, 20000 to 1000000 accounts: process 1.50, in all 1.20");
    }

    @Test
    void programsGetTheSameFigures() throws IOException {
        JsonNode json = WireJson.mapper()
                .readTree(ServiceTable.json(List.of(of(20_000, 10, PACE, HELD), of(9, 15, null, null)), SETTING));

        assertThat(json.at("/0/pace/p99Millis").asDouble()).isEqualTo(250);
        assertThat(json.at("/0/reads/0/aloneP50Millis").asDouble()).isEqualTo(3.5);
        assertThat(json.at("/0/reads/0/atRateP99Millis").asDouble()).isEqualTo(30);
        assertThat(json.at("/0/held/midnights/0/due").asLong()).isEqualTo(900);
        assertThat(json.at("/1/accounts").asLong()).isEqualTo(9);
        assertThat(json.at("/1/pace").isMissingNode()).isTrue();
    }
}
