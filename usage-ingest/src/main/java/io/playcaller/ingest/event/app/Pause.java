package io.playcaller.ingest.event.app;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits without a thread, and goes on where the caller was: Hibernate Reactive never leaves its Vert.x context. */
@ApplicationScoped
public class Pause {

    private final Vertx vertx;

    public Pause(Vertx vertx) {
        this.vertx = vertx;
    }

    public Uni<Void> of(Duration wait) {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(wait.toMillis(), timer -> emitter.complete(null)));
    }
}
