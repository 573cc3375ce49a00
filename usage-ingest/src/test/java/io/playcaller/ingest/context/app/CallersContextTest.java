package io.playcaller.ingest.context.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallersContextTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void longWorkHoldsUpNobodyAndItsAnswerComesBack() throws Exception {
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Boolean> workedOnTheLoop = new CompletableFuture<>();
        CompletableFuture<Context> answeredOn = new CompletableFuture<>();

        caller.runOnContext(called -> CallersContext.afterWork(Context::isOnEventLoopThread)
                .subscribe()
                .with(onTheLoop -> {
                    workedOnTheLoop.complete(onTheLoop);
                    answeredOn.complete(Context.isOnEventLoopThread() ? Vertx.currentContext() : null);
                }));

        assertThat(workedOnTheLoop.get(60, TimeUnit.SECONDS)).isFalse();
        assertThat(answeredOn.get(60, TimeUnit.SECONDS)).isSameAs(caller);
    }

    @Test
    void aFaultOfTheWorkIsTheAnswer() {
        assertThatThrownBy(() -> CallersContext.afterWork(() -> {
                            throw new IllegalStateException("broken");
                        })
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }
}
