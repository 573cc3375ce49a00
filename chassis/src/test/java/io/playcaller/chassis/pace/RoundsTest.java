package io.playcaller.chassis.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        Rounds rounds = every(Duration.ofMillis(1));

        rounds.start();

        await().atMost(LIMIT).until(() -> begun.get() >= 3);
        rounds.stop();
    }

    @Test
    void whoCannotWaitBeginsAtOnce() {
        Rounds rounds = every(NEVER);

        rounds.startAtOnce();

        assertThat(begun).hasValue(1);
        rounds.stop();
    }

    @Test
    void whatIsLeftAtTheEndIsDoneInALastRound() {
        Rounds rounds = every(NEVER);
        rounds.start();

        rounds.finish();

        assertThat(begun).hasValue(1);
    }

    /** Of rounds that fail. */
    private Rounds every(Duration wait) {
        return new Rounds(vertx, wait, "trying", () -> {
            begun.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("not this time"));
        });
    }
}
