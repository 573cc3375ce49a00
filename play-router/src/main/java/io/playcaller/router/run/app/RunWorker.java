package io.playcaller.router.run.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks at runs that are due, for as long as the service runs; any number of replicas may. */
@Singleton
public class RunWorker {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    private final WorkLoop loop;

    RunWorker(RunLooks runs, Vertx vertx) {
        this.loop = new WorkLoop("looking at runs", vertx, EVERY, LONGEST_ROUND, () -> runs.lookAtDue(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
