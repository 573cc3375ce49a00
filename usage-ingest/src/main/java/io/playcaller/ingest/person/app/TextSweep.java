package io.playcaller.ingest.person.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes what people said longer ago than it is kept. */
@ApplicationScoped
public class TextSweep {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Texts texts;
    private final BusinessClock clock;
    private final Duration keptFor;
    private final Rounds rounds;

    TextSweep(Texts texts, BusinessClock clock, Vertx vertx, IngestConfig config) {
        this.texts = texts;
        this.clock = clock;
        this.keptFor = config.people().textsKeptFor();
        this.rounds = new Rounds(vertx, EVERY, "deleting old texts", this::sweep);
    }

    /** Set after set, until nothing is too old. */
    public Uni<Void> sweep() {
        return texts.deleteOlderThan(clock.instant().minus(keptFor))
                .flatMap(deleted -> deleted == 0 ? Uni.createFrom().voidItem() : sweep());
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
