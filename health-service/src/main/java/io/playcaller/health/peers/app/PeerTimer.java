package io.playcaller.health.peers.app;

import io.playcaller.health.config.HealthConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks again and again whether peers are to be counted, with a wait after each end. What fails is tried again. */
@ApplicationScoped
class PeerTimer {

    private static final Logger LOG = Logger.getLogger(PeerTimer.class);

    private final PeerCount count;
    private final Vertx vertx;
    private final Duration wait;
    private volatile long timer;
    private volatile boolean stopped;

    PeerTimer(PeerCount count, Vertx vertx, HealthConfig config) {
        this.count = count;
        this.vertx = vertx;
        this.wait = config.peers().look();
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
                    id -> count.look().subscribe().with(told -> again(), fault -> {
                        LOG.warnf("peers were not counted this time: %s", fault.toString());
                        again();
                    }));
        }
    }
}
