package io.playcaller.router.timer.app;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Fires due timers for as long as the service runs; any number of replicas may. */
@Singleton
public class TimerWorker {

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final TimerFiring firing;
    private final DeliveryWorker deliveries;
    private final int batch;
    private final WorkLoop loop;

    TimerWorker(TimerFiring firing, DeliveryWorker deliveries, Vertx vertx, PlayRouterConfig config) {
        this.firing = firing;
        this.deliveries = deliveries;
        this.batch = config.timers().batch();
        this.loop = new WorkLoop("firing timers", vertx, config.timers().poll(), LONGEST_ROUND, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Looks again at once only after a full set: what falls due meanwhile is gathered until the next look. */
    private Uni<Integer> round() {
        return firing.fireDue(batch)
                .invoke(found -> {
                    if (found.due() > 0) {
                        deliveries.poke();
                    }
                })
                .map(found -> found.more() ? found.due() : 0);
    }
}
