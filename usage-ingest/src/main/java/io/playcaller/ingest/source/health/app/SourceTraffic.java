package io.playcaller.ingest.source.health.app;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.pace.app.Rounds;
import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.SourceHour;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Counts what sources deliver, one addition a delivery, and writes it down every ten seconds, in one statement for all. A crash
 * loses at most these seconds, which no judgement of hours notices.
 */
@ApplicationScoped
public class SourceTraffic {

    private static final Logger LOG = Logger.getLogger(SourceTraffic.class);
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final SourceHours hours;
    private final Rounds rounds;
    private final Map<SourceHour, Hour> unwritten = new ConcurrentHashMap<>();

    public SourceTraffic(SourceHours hours, Vertx vertx, IngestConfig config) {
        this.hours = hours;
        this.rounds = new Rounds(vertx, config.trafficWrite(), "writing what sources delivered", this::write);
    }

    /** The source delivered so many items, of which some could not be used. */
    public void delivered(String source, Instant at, int came, int refused) {
        unwritten.merge(SourceHour.at(source, at), Hour.delivery(came, refused), Hour::plus);
    }

    /** The source gave a sign of life that says nothing about how much it usually delivers. */
    public void beat(String source, Instant at) {
        unwritten.merge(SourceHour.at(source, at), Hour.beat(), Hour::plus);
    }

    /** Writes now what was not written yet; keeps it for the next time when that fails. */
    public Uni<Void> write() {
        Map<SourceHour, Hour> batch = new HashMap<>();
        for (SourceHour key : Set.copyOf(unwritten.keySet())) {
            Hour counted = unwritten.remove(key);
            if (counted != null) {
                batch.put(key, counted);
            }
        }
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : hours.add(batch)
                        .onFailure()
                        .invoke(fault -> batch.forEach((key, hour) -> unwritten.merge(key, hour, Hour::plus)));
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
        try {
            write().await().atMost(LAST_WRITE);
        } catch (RuntimeException e) {
            LOG.debug("what sources delivered last was not written", e);
        }
    }
}
