package io.playcaller.router.signal.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for signals that an ended task left, for as long as the service runs; any number of replicas may. */
@Singleton
public class LeftSignalsWorker {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    private final WorkLoop loop;

    LeftSignalsWorker(LeftSignals left, Vertx vertx) {
        this.loop = new WorkLoop("routing what a task left", vertx, EVERY, LONGEST_ROUND, () -> left.routeAgain(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
