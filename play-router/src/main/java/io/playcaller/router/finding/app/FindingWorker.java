package io.playcaller.router.finding.app;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for findings, for as long as the service runs; any number of replicas may. */
@Singleton
public class FindingWorker {

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private final WorkLoop loop;

    FindingWorker(FindingWatch watch, PlayRouterConfig config, Vertx vertx) {
        this.loop = new WorkLoop(
                "looking for findings",
                vertx,
                config.findingsEvery(),
                LONGEST_ROUND,
                () -> watch.look().replaceWith(0));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
