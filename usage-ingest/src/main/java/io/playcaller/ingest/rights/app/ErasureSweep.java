package io.playcaller.ingest.rights.app;

import io.playcaller.chassis.pace.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Completes what nobody waits for any more. Every replica does; twice is the same as once. */
@ApplicationScoped
class ErasureSweep {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Rounds rounds;

    ErasureSweep(ErasureService erasures, Vertx vertx) {
        this.rounds = new Rounds(vertx, EVERY, "completing erasures", erasures::complete);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
