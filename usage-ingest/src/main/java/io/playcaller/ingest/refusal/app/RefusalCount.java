package io.playcaller.ingest.refusal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.problem.RefusedUnread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts what this service said no to, by reason: the code of the refusal, whether it was kept or refused unread. */
@ApplicationScoped
public class RefusalCount {

    private static final String LIVE = "live";
    private static final String TEST = "test";

    private final MeterRegistry metrics;

    public RefusalCount(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public void refused(String reason) {
        refused(reason, 1);
    }

    public void refused(String reason, int items) {
        count(LIVE, reason, items);
    }

    /** Refused, and sent with a test key. */
    public void rehearsed(String reason) {
        count(TEST, reason, 1);
    }

    void refused(@Observes RefusedUnread unread) {
        refused(unread.problem().code());
    }

    private void count(String environment, String reason, int items) {
        metrics.counter("playcaller.ingest.refused", "environment", environment, "reason", reason)
                .increment(items);
    }
}
