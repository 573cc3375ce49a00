package io.playcaller.ingest.event.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesInWorkTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BatchesInWork batches = new BatchesInWork(new Pause(vertx), metrics);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isTriedUntilItIsDone() {
        List<Attempt> tries = new ArrayList<>();

        batches.untilDone(Topic.USAGE_EVENTS, () -> {
                    tries.add(batches.attempts().get(Topic.USAGE_EVENTS));
                    return tries.size() < 3
                            ? Uni.createFrom().failure(new IllegalStateException("away"))
                            : Uni.createFrom().voidItem();
                })
                .await()
                .atMost(SOON);

        assertThat(tries).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(batches.attempts()).isEmpty();
        assertThat(metrics.counter("playcaller.ingest.batches.failed", "topic", "usage-events")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aTryThatNeitherEndsNorFailsStandsStill() {
        batches.untilDone(Topic.SUPPORT_EVENTS, () -> Uni.createFrom().nothing())
                .subscribe()
                .with(never -> {});

        Attempt attempt = batches.attempts().get(Topic.SUPPORT_EVENTS);
        long limit = attempt.beganNanos() + Attempt.ENDS_WITHIN.toNanos();
        assertThat(attempt.standsStill(limit)).isFalse();
        assertThat(attempt.standsStill(limit + 1)).isTrue();
        assertThat(attempt.describe(limit)).isEqualTo("in work for 300 s, at try 1");
    }
}
