package io.playcaller.health.history.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.health.config.HealthConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger.Level;

/** Looks again and again whether there is something to sweep. What fails is tried again. */
@ApplicationScoped
class SweepTimer {

    private final Rounds rounds;

    SweepTimer(HistorySweep sweep, Vertx vertx, HealthConfig config) {
        this.rounds = new Rounds(vertx, config.history().sweep(), "sweeping history", Level.WARN, sweep::sweep);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
