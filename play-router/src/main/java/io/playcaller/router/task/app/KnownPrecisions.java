package io.playcaller.router.task.app;

import io.playcaller.router.store.WorkLoop;
import io.playcaller.router.task.Precisions;
import io.playcaller.router.task.out.PgPrecision;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How often reasons were right, read once a minute; while PostgreSQL is away as it was. For what is told: who asks over HTTP is read to. */
@Singleton
public class KnownPrecisions {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(50);

    private final WorkLoop loop;
    private volatile Precisions known = Precisions.NONE;

    KnownPrecisions(PgPrecision stored, Vertx vertx) {
        this.loop = new WorkLoop(
                "reading how often reasons were right",
                vertx,
                EVERY,
                LONGEST_ROUND,
                () -> stored.all().invoke(all -> known = Precisions.of(all)).replaceWith(0));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
        loop.poke();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    public Precisions get() {
        return known;
    }
}
