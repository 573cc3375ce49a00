package io.playcaller.health.fold;

import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.LogWriter;
import io.playcaller.health.fold.app.FoldViews;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class FoldComponentTest {

    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");

    @Inject
    FoldViews views;

    @Test
    void aFactMovesTheCheckpoint() {
        try (LogWriter log = new LogWriter()) {
            log.tick(T0);
            long offset = log.live("acme", T0, new UsageRecorded("acme", "login", null, null, null, 1, true))
                    .offset();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> views.checkpoints().await().indefinitely().stream()
                            .anyMatch(
                                    it -> it.partition() == LogWriter.partitionOf("acme") && it.nextOffset() > offset));
        }
    }
}
