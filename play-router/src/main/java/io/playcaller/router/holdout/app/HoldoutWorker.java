package io.playcaller.router.holdout.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Ends runs that are held out when their play gives up, for as long as the service runs; any number of replicas may. */
@Singleton
public class HoldoutWorker {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final WorkLoop loop;

    HoldoutWorker(HoldoutRuns runs, Vertx vertx) {
        this.loop = new WorkLoop("giving up what is held out", vertx, EVERY, LONGEST_ROUND, () -> runs.giveUp(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
