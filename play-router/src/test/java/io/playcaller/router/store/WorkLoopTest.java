package io.playcaller.router.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkLoopTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void aRoundThatFoundSomethingIsFollowedByTheNextAtOnce() {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        WorkLoop loop = new WorkLoop(
                "working",
                vertx,
                NEVER,
                Duration.ofSeconds(30),
                () -> Uni.createFrom().item(rounds.incrementAndGet() < 5 ? 1 : 0));

        // When
        loop.poke();

        // Then
        await().atMost(SOON).until(() -> rounds.get() == 5);
        loop.stop();
    }

    @Test
    void aRoundThatFailsIsMadeAgain() {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        WorkLoop loop = new WorkLoop("failing", vertx, Duration.ofMillis(10), Duration.ofSeconds(30), () -> {
            rounds.incrementAndGet();
            throw new IllegalStateException("as if the database were away");
        });

        // When
        loop.start();

        // Then
        await().atMost(SOON).until(() -> rounds.get() > 2);
        loop.stop();
    }

    @Test
    void aRoundThatNobodyAnswersIsGivenUp() {
        // Given: the first round waits on a connection that hangs
        AtomicInteger rounds = new AtomicInteger();
        WorkLoop loop = new WorkLoop(
                "hanging",
                vertx,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                () -> rounds.incrementAndGet() == 1
                        ? Uni.createFrom().nothing()
                        : Uni.createFrom().item(0));

        // When
        loop.start();

        // Then
        await().atMost(SOON).until(() -> rounds.get() > 2);
        loop.stop();
    }

    @Test
    void whileARoundTakesItsTimeNoOtherBegins() {
        // Given
        AtomicInteger rounds = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        WorkLoop loop = new WorkLoop("slow", vertx, Duration.ofMillis(5), Duration.ofSeconds(30), () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            return Uni.createFrom()
                    .item(0)
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(50))
                    .invoke(() -> {
                        atOnce.decrementAndGet();
                        rounds.incrementAndGet();
                    });
        });

        // When
        loop.start();

        // Then
        await().atMost(SOON).until(() -> rounds.get() > 3);
        assertThat(most).hasValue(1);
        loop.stop();
    }
}
