package io.playcaller.ingest.event.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** How many events are in work: bounded, so that memory is, whatever Kafka does. */
@ApplicationScoped
class Room {

    private final int limit;
    private final AtomicInteger inWork = new AtomicInteger();

    Room(IngestConfig config, MeterRegistry metrics) {
        this.limit = config.limits().eventsInWork();
        Gauge.builder("playcaller.ingest.in-work", inWork, AtomicInteger::get)
                .description("events between receipt and answer")
                .register(metrics);
    }

    /** Whether there was room; then {@link #leave} must follow. */
    boolean enter(int events) {
        if (inWork.addAndGet(events) > limit) {
            inWork.addAndGet(-events);
            return false;
        }
        return true;
    }

    void leave(int events) {
        inWork.addAndGet(-events);
    }
}
