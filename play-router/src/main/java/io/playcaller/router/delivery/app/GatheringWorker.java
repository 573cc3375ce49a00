package io.playcaller.router.delivery.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for what is to be told together, for as long as the service runs; any number of replicas may. */
@Singleton
public class GatheringWorker {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    private final WorkLoop loop;

    GatheringWorker(Gatherings gatherings, Vertx vertx) {
        this.loop = new WorkLoop("telling what joined", vertx, EVERY, LONGEST_ROUND, () -> gatherings.tellDue(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
