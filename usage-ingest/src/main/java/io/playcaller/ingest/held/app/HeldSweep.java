package io.playcaller.ingest.held.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.pace.Rounds;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.app.HeldEvents.Depth;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Releases what nobody released when its edge came, ends what has waited long enough, and measures the rest. Every replica
 * does; each event goes once.
 */
@ApplicationScoped
public class HeldSweep {

    private static final Logger LOG = Logger.getLogger(HeldSweep.class);

    private final HeldReleases releases;
    private final Endings endings;
    private final HeldEvents held;
    private final BusinessClock clock;
    private final Rounds rounds;
    private volatile Depth depth = new Depth(Amount.NOTHING, null);

    HeldSweep(
            HeldReleases releases,
            Endings endings,
            HeldEvents held,
            BusinessClock clock,
            Vertx vertx,
            IngestConfig config) {
        this.releases = releases;
        this.endings = endings;
        this.held = held;
        this.clock = clock;
        this.rounds = new Rounds(vertx, config.holding().sweep(), "sweeping the holding area", this::sweep);
    }

    /** What could not be released ends all the same when it is due; what waits is measured in any case. */
    public Uni<Void> sweep() {
        return releases.all()
                .onFailure()
                .invoke(fault -> LOG.warnf("what waited is not released yet: %s", fault.toString()))
                .onFailure()
                .recoverWithNull()
                .chain(() -> end().eventually(() -> held.depth().invoke(measured -> depth = measured)));
    }

    private Uni<Void> end() {
        return endings.expire()
                .onFailure()
                .invoke(fault -> LOG.warnf("what waited in vain is no letter yet: %s", fault.toString()));
    }

    private double ageSeconds() {
        Instant oldest = depth.oldestReceivedAt();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    void start(@Observes StartupEvent started, MeterRegistry metrics) {
        Gauge.builder(
                        "playcaller.ingest.held.depth",
                        this,
                        sweep -> sweep.depth.waiting().events())
                .description("events that wait for their account, at the last sweep")
                .register(metrics);
        Gauge.builder(
                        "playcaller.ingest.held.size",
                        this,
                        sweep -> sweep.depth.waiting().bytes())
                .description("how much they take")
                .baseUnit("bytes")
                .register(metrics);
        Gauge.builder("playcaller.ingest.held.age", this, HeldSweep::ageSeconds)
                .description("how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
