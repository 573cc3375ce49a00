package io.playcaller.ingest.refusal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.problem.RefusedUnread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts what this service said no to, by reason: the code of the refusal, whether it was kept or refused unread. */
@ApplicationScoped
public class RefusalCount {

    private final MeterRegistry metrics;

    public RefusalCount(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public void refused(String reason) {
        refused(reason, 1);
    }

    public void refused(String reason, int items) {
        metrics.counter("playcaller.ingest.refused", "reason", reason).increment(items);
    }

    void refused(@Observes RefusedUnread unread) {
        refused(unread.problem().code());
    }
}
