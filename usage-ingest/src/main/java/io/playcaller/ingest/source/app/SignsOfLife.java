package io.playcaller.ingest.source.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.pace.app.Backlog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Remembers when each source was last heard and writes it down once a second, in one statement for all. A crash loses at
 * most that second: a source then looks quiet a second earlier.
 */
@ApplicationScoped
public class SignsOfLife {

    private final Sources sources;
    private final Rounds rounds;
    private final Backlog<String, Instant> unwritten = new Backlog<>(SignsOfLife::later);

    SignsOfLife(Sources sources, Vertx vertx, IngestConfig config) {
        this.sources = sources;
        this.rounds = new Rounds(vertx, config.lifeWrite(), "writing signs of life", this::write);
    }

    /** The source delivered, or said that nothing happened. */
    public void heard(String source, Instant at) {
        unwritten.note(source, at);
    }

    /** Writes now what was not written yet; keeps it for the next time when that fails. */
    public Uni<Void> write() {
        return unwritten.write(sources::seen);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.finish();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
