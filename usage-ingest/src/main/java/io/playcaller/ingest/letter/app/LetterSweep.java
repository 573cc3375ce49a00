package io.playcaller.ingest.letter.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Keeps the table of letters within its bounds, and counts what waits. Every replica does; twice is the same as once. */
@ApplicationScoped
public class LetterSweep {

    private static final Logger LOG = Logger.getLogger(LetterSweep.class);

    private final Keeping keeping;
    private final BusinessClock clock;
    private final IngestConfig.Letters settings;
    private final MeterRegistry metrics;
    private final AtomicLong waiting = new AtomicLong();
    private final Rounds rounds;

    LetterSweep(Keeping keeping, BusinessClock clock, Vertx vertx, IngestConfig config, MeterRegistry metrics) {
        this.keeping = keeping;
        this.clock = clock;
        this.settings = config.letters();
        this.metrics = metrics;
        this.rounds = new Rounds(vertx, settings.sweep(), "sweeping letters", this::sweep);
        Gauge.builder("playcaller.ingest.letters.waiting", waiting, AtomicLong::get)
                .description("dead letters that wait for a person, at the last sweep")
                .register(metrics);
    }

    /** Deletes what is too old, then what is too much; counts the rest. */
    public Uni<Void> sweep() {
        return keeping.deleteOlderThan(clock.instant().minus(settings.keptFor()))
                .chain(() -> keeping.deleteBeyond(settings.perSource()))
                .invoke(this::tellDropped)
                .chain(keeping::waiting)
                .invoke(waiting::set)
                .replaceWithVoid();
    }

    private void tellDropped(int dropped) {
        if (dropped > 0) {
            metrics.counter("playcaller.ingest.letters.dropped").increment(dropped);
            LOG.warnf(
                    "%d letters were deleted before their time: a source has more than %d; they stand in the topic"
                            + " still",
                    dropped, settings.perSource());
        }
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
