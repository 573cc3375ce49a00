package io.playcaller.ingest.source.health.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.pace.app.Backlog;
import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.SourceHour;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Counts what sources deliver, one addition a delivery, and writes it down every ten seconds, in one statement for all. A crash
 * loses at most these seconds, which no judgement of hours notices.
 */
@ApplicationScoped
public class SourceTraffic {

    private final SourceHours hours;
    private final Rounds rounds;
    private final Backlog<SourceHour, Hour> unwritten = new Backlog<>(Hour::plus);

    SourceTraffic(SourceHours hours, Vertx vertx, IngestConfig config) {
        this.hours = hours;
        this.rounds = new Rounds(vertx, config.trafficWrite(), "writing what sources delivered", this::write);
    }

    /** The source delivered so many items, of which some could not be used. */
    public void delivered(String source, Instant at, int came, int refused) {
        unwritten.note(SourceHour.at(source, at), Hour.delivery(came, refused));
    }

    /** The source gave a sign of life that says nothing about how much it usually delivers. */
    public void beat(String source, Instant at) {
        unwritten.note(SourceHour.at(source, at), Hour.beat());
    }

    /** Writes now what was not written yet; keeps it for the next time when that fails. */
    public Uni<Void> write() {
        return unwritten.write(hours::add);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.finish();
    }
}
