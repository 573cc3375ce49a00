package io.playcaller.router.outcome.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks back at runs when it is time to, for as long as the service runs; any number of replicas may. */
@Singleton
public class LookWorker {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final WorkLoop loop;

    LookWorker(Outcomes outcomes, Vertx vertx) {
        this.loop = new WorkLoop("looking back at runs", vertx, EVERY, LONGEST_ROUND, () -> outcomes.lookBack(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
