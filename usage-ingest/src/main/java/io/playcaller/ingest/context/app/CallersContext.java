package io.playcaller.ingest.context.app;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * The Vert.x context that a request runs on, to come back to after an answer from another thread: Hibernate Reactive works
 * on one context only, and a request's own state is not shared between threads.
 */
public final class CallersContext {

    private CallersContext() {}

    /** For {@code emitOn}; call it where the caller still is. Without a context it goes on where the answer comes. */
    public static Executor executor() {
        Context caller = Vertx.currentContext();
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }

    /** Does on a worker thread what keeps a processor busy for long, and goes on where the caller was. */
    public static <T> Uni<T> afterWork(Callable<T> work) {
        Context caller = Vertx.currentContext();
        return caller == null
                ? Uni.createFrom().item(Unchecked.supplier(work::call))
                : Uni.createFrom()
                        .completionStage(
                                () -> caller.executeBlocking(work, false).toCompletionStage());
    }
}
