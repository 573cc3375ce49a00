package io.playcaller.router.signal.app;

import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for signals whose silence is over, for as long as the service runs; any number of replicas may. */
@Singleton
public class SilencedSignalsWorker {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final WorkLoop loop;

    SilencedSignalsWorker(SilencedSignals silenced, Vertx vertx) {
        this.loop = new WorkLoop(
                "looking again at what was silenced", vertx, EVERY, LONGEST_ROUND, () -> silenced.lookAgain(BATCH));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
