package io.playcaller.ingest.clock.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.playcaller.ingest.backfill.app.Announcements;
import io.playcaller.ingest.clock.Beat;
import io.playcaller.ingest.config.IngestConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ticks in every partition while this replica holds the clock, and tries to get it while it does not. A replica that lost
 * it without noticing is fenced by the broker.
 */
@ApplicationScoped
public class LogClock implements Announcements {

    private static final Logger LOG = Logger.getLogger(LogClock.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final ClockTable table;
    private final Broadcast broadcast;
    private final Duration every;
    private final Counter ticks;
    private final UUID holder = UUID.randomUUID();
    private final AtomicBoolean speaking = new AtomicBoolean();
    private final AtomicLong endsWaited = new AtomicLong();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "log-clock"));

    private @Nullable ScheduledFuture<?> beating;

    LogClock(ClockTable table, Broadcast broadcast, IngestConfig config, MeterRegistry metrics) {
        this.table = table;
        this.broadcast = broadcast;
        this.every = config.tick();
        this.ticks = Counter.builder("playcaller.ingest.ticks")
                .description("ticks of the log's clock said by this replica")
                .register(metrics);
        TimeGauge.builder("playcaller.ingest.backfill.end.waited", endsWaited, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("how long the end of a backfill has waited for facts that are still in the outbox")
                .register(metrics);
        Gauge.builder("playcaller.ingest.clock.held", speaking, held -> held.get() ? 1 : 0)
                .description("1 where this replica holds the log's clock; the sum over all must be 1")
                .register(metrics);
    }

    @Override
    public void announceSoon() {
        thread.execute(this::beat);
    }

    void start(@Observes @Priority(3000) StartupEvent started) {
        beating = thread.scheduleWithFixedDelay(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (beating != null) {
            beating.cancel(false);
        }
        thread.shutdown();
        if (!thread.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("the last tick did not end in time");
        }
        if (speaking.get()) {
            fallSilent();
            table.release(holder);
        }
    }

    private void beat() {
        try {
            switch (table.beat(holder, this::say)) {
                case SAID -> ticks.increment();
                case NOT_HOLDER -> fallSilent();
                case NOTHING_TO_SAY -> LOG.debug("the business clock did not move");
            }
        } catch (RuntimeException fault) {
            LOG.warnf("no tick this time, the log's time stands still: %s", fault.toString());
            fallSilent();
        }
    }

    private void say(Beat beat) {
        if (speaking.compareAndSet(false, true)) {
            broadcast.takeOver();
        }
        broadcast.say(beat);
        endsWaited.set(beat.endsWaited().toMillis());
    }

    private void fallSilent() {
        if (speaking.compareAndSet(true, false)) {
            broadcast.fallSilent();
            endsWaited.set(0);
        }
    }
}
