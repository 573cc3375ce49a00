package io.playcaller.ingest.limit.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.event.app.IngestMetrics;
import io.playcaller.ingest.limit.Level;
import io.playcaller.ingest.limit.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** How near each source is to its limit; warned of before it bites, once until it is calm again. */
@ApplicationScoped
class LimitMetrics {

    static final String REASON = "rate.exceeded";
    private static final Logger LOG = Logger.getLogger(LimitMetrics.class);

    private final MeterRegistry meters;
    private final IngestMetrics ingest;
    private final Map<String, Watched> sources = new ConcurrentHashMap<>();

    LimitMetrics(MeterRegistry meters, IngestMetrics ingest) {
        this.meters = meters;
        this.ingest = ingest;
    }

    /** What was last seen of a source's bucket; it fills by itself. */
    private static final class Watched {

        private volatile long fullAt = System.nanoTime();
        private volatile long burst = 1;
        private volatile int eventsPerSecond;
        private Level level = Level.FINE;

        double used() {
            return Math.max(0, fullAt - System.nanoTime()) / (double) burst;
        }

        synchronized Level rise(double used) {
            Level before = level;
            level = before.after(used);
            return level.compareTo(before) > 0 ? level : Level.FINE;
        }
    }

    /** The bucket of the source was asked, and so much was missing in it afterwards, in nanoseconds. */
    void looked(String source, RateLimit limit, long missing) {
        Watched watched = sources.computeIfAbsent(source, this::watch);
        watched.burst = limit.burst().toNanos();
        watched.eventsPerSecond = limit.eventsPerSecond();
        watched.fullAt = System.nanoTime() + missing;
        Level risen = watched.rise(watched.used());
        if (risen != Level.FINE) {
            meters.counter(
                            "playcaller.ingest.limit.warnings",
                            "source",
                            source,
                            "percent",
                            Long.toString(Math.round(risen.from() * 100)))
                    .increment();
            LOG.warnf(
                    "source %s has used %d%% of what it may send at once (%d events a second, %d at once)",
                    source, Math.round(risen.from() * 100), limit.eventsPerSecond(), limit.atOnce());
        }
    }

    void refused(String source, int events) {
        ingest.refused(REASON);
        meters.counter("playcaller.ingest.limit.refused.events", "source", source)
                .increment(events);
    }

    private Watched watch(String source) {
        Watched watched = new Watched();
        Gauge.builder("playcaller.ingest.limit.used", watched, Watched::used)
                .description("how much of what a source may send at once is used; it is refused at 1")
                .tag("source", source)
                .register(meters);
        Gauge.builder("playcaller.ingest.limit.events.per.second", watched, of -> of.eventsPerSecond)
                .description("what a source may send on average")
                .tag("source", source)
                .register(meters);
        return watched;
    }
}
