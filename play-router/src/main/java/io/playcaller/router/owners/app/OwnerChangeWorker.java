package io.playcaller.router.owners.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks each minute which accounts are another's, whether the register has just said so or a day has come; any replica may. */
@Singleton
public class OwnerChangeWorker {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final WorkLoop loop;

    OwnerChangeWorker(OwnerChanges changes, Vertx vertx) {
        this.loop = new WorkLoop("passing tasks on to new owners", vertx, EVERY, LONGEST_ROUND, changes::next);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
