package io.playcaller.health.models.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.health.models.Shadow;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger.Level;

/**
 * Looks again and again which model is in shadow, so that the log's thread never asks. What fails is tried again; meanwhile the
 * fold goes by what was seen last, and the store takes no score of a model that is in shadow no longer.
 */
@ApplicationScoped
class ShadowWatch {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Shadows shadows;
    private final Models models;
    private final ModelEngines engines;
    private final Rounds rounds;
    private volatile String seen = "";

    ShadowWatch(Shadows shadows, Models models, ModelEngines engines, Vertx vertx) {
        this.shadows = shadows;
        this.models = models;
        this.engines = engines;
        this.rounds = new Rounds(vertx, WAIT, "looking which model is in shadow", Level.WARN, this::look);
    }

    void start(@Observes StartupEvent started) {
        rounds.startAtOnce();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Void> look() {
        return shadows.current().chain(shadow -> {
            String hash = shadow.map(Shadow::hash).orElse("");
            return hash.equals(seen) ? Uni.createFrom().voidItem() : turnTo(hash);
        });
    }

    /** Engines are built beside the loop; one that cannot be is said once. */
    private Uni<Void> turnTo(String hash) {
        return models.find(hash)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(model -> {
                    seen = hash;
                    engines.putInShadow(model.orElse(null));
                })
                .replaceWithVoid();
    }
}
