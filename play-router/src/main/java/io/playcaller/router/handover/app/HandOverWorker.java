package io.playcaller.router.handover.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Does what time does to hand-overs, for as long as the service runs; any number of replicas may. */
@Singleton
public class HandOverWorker {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final WorkLoop loop;

    HandOverWorker(HandOverRounds rounds, DeliveryWorker deliveries, Vertx vertx) {
        this.loop = new WorkLoop(
                "hand-overs",
                vertx,
                EVERY,
                LONGEST_ROUND,
                () -> rounds.next().invoke(found -> {
                    if (found > 0) {
                        deliveries.poke();
                    }
                }));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
