package io.playcaller.health.history.app;

import io.playcaller.health.config.HealthConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks again and again whether there is something to sweep, with a wait after each end. What fails is tried again. */
@ApplicationScoped
class SweepTimer {

    private static final Logger LOG = Logger.getLogger(SweepTimer.class);

    private final HistorySweep sweep;
    private final Vertx vertx;
    private final Duration wait;
    private volatile long timer;
    private volatile boolean stopped;

    SweepTimer(HistorySweep sweep, Vertx vertx, HealthConfig config) {
        this.sweep = sweep;
        this.vertx = vertx;
        this.wait = config.history().sweep();
    }

    void start(@Observes StartupEvent started) {
        again();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void again() {
        if (!stopped) {
            timer = vertx.setTimer(
                    wait.toMillis(),
                    id -> sweep.sweep().subscribe().with(done -> again(), fault -> {
                        LOG.warnf("history was not swept this time: %s", fault.toString());
                        again();
                    }));
        }
    }
}
