package io.playcaller.health.peers.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.health.config.HealthConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger.Level;

/** Looks again and again whether peers are to be counted. What fails is tried again. */
@ApplicationScoped
class PeerTimer {

    private final Rounds rounds;

    PeerTimer(PeerCount count, Vertx vertx, HealthConfig config) {
        this.rounds = new Rounds(
                vertx,
                config.peers().look(),
                "counting peers",
                Level.WARN,
                () -> count.look().replaceWithVoid());
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
