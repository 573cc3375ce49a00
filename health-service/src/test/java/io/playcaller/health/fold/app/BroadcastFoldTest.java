package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BroadcastFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PARTITION = 3;

    private final MemoryFoldStore store = new MemoryFoldStore();
    private final FoldParts parts = new FoldParts(
            new OneEngine(new HealthEngine(ShippedModel.read())),
            store,
            new StateCache(5_000),
            new FoldMetrics(new SimpleMeterRegistry()),
            committed -> {},
            new FoldParts.Limits(Duration.ofMinutes(15), 5));

    @Test
    void anImportThatEndsAndMovesNobodyKeepsNoMoreInMemoryThanIsAllowed() {
        Log log = new Log();
        for (int i = 10; i < 40; i++) {
            log.usage("e" + i, "account-" + i, "ann", T0);
        }
        new PartitionFold(PARTITION, store.claim(PARTITION, LOG_ID, 0), parts).fold(log.entries());
        LogEntry.Fact ended = log.fact("b1", null, T0, new BackfillEnded("run-1", "web"));
        AccountSteps steps = new AccountSteps(PARTITION, store.claim(PARTITION, LOG_ID, 0), parts);

        new BroadcastFold(PARTITION, parts, steps)
                .of(ended, LogState.start())
                .through(new Work(), Work::new, () -> false);

        store.loaded().clear();
        steps.prepare(List.of("account-10"));
        assertThat(store.loaded()).containsExactly("account-10");
    }
}
