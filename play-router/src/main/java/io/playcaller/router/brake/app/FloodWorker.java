package io.playcaller.router.brake.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Watches what the brake holds, for as long as the service runs; any number of replicas may. */
@Singleton
public class FloodWorker {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final WorkLoop loop;

    FloodWorker(FloodWatch watch, Vertx vertx) {
        this.loop = new WorkLoop("watching what the brake holds", vertx, EVERY, LONGEST_ROUND, watch::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
