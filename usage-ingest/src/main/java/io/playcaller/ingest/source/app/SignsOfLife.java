package io.playcaller.ingest.source.app;

import io.playcaller.ingest.config.IngestConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Remembers when each source was last heard and writes it down once a second, in one statement for all. A crash loses at
 * most that second: a source then looks quiet a second earlier.
 */
@ApplicationScoped
public class SignsOfLife {

    private static final Logger LOG = Logger.getLogger(SignsOfLife.class);
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Sources sources;
    private final Vertx vertx;
    private final Duration every;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private volatile long timer;

    public SignsOfLife(Sources sources, Vertx vertx, IngestConfig config) {
        this.sources = sources;
        this.vertx = vertx;
        this.every = config.lifeWrite();
    }

    /** The source delivered, or said that nothing happened. */
    public void heard(String source, Instant at) {
        unwritten.merge(source, at, SignsOfLife::later);
    }

    /** Writes now what was not written yet; keeps it for the next time when that fails. */
    public Uni<Void> write() {
        Map<String, Instant> batch = Map.copyOf(unwritten);
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sources.seen(batch).invoke(() -> batch.forEach(unwritten::remove));
    }

    void start(@Observes StartupEvent started) {
        again();
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        try {
            write().await().atMost(LAST_WRITE);
        } catch (RuntimeException e) {
            LOG.debug("the last signs of life were not written", e);
        }
    }

    private void again() {
        timer = vertx.setTimer(
                every.toMillis(),
                id -> write().subscribe().with(done -> again(), fault -> {
                    LOG.debug("signs of life are not written yet", fault);
                    again();
                }));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
