package io.playcaller.router.run.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
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
    private final RunLooks runs;
    private final DeliveryWorker deliveries;

    RunWorker(RunLooks runs, DeliveryWorker deliveries, Vertx vertx) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.loop = new WorkLoop("looking at runs", vertx, EVERY, LONGEST_ROUND, this::round);
    }

    private Uni<Integer> round() {
        return runs.lookAtDue(BATCH).invoke(found -> {
            if (found > 0) {
                deliveries.poke();
            }
        });
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
