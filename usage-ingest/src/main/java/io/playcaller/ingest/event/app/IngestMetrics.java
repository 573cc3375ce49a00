package io.playcaller.ingest.event.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.refusal.app.RefusalCount;
import jakarta.enterprise.context.ApplicationScoped;

/** What the doors count. */
@ApplicationScoped
public class IngestMetrics {

    private final MeterRegistry metrics;
    private final RefusalCount refusals;

    public IngestMetrics(MeterRegistry metrics, RefusalCount refusals) {
        this.metrics = metrics;
        this.refusals = refusals;
    }

    void count(Delivery delivery, Receipt receipt) {
        count("playcaller.ingest.accepted", "door", delivery.door(), receipt.accepted());
        count("playcaller.ingest.held", "door", delivery.door(), receipt.held());
        count("playcaller.ingest.duplicates", "door", delivery.door(), receipt.duplicates());
        count("playcaller.ingest.skipped", "door", delivery.door(), receipt.skipped());
        receipt.refused().forEach(item -> refused(item.refusal().code()));
        if (receipt.unstored().isPresent()) {
            count("playcaller.ingest.unavailable", "door", delivery.door(), 1);
        }
    }

    /** Refused, whether it could be kept or was refused unread. */
    public void refused(String reason) {
        refusals.refused(reason);
    }

    private void count(String name, String tag, String value, int amount) {
        if (amount > 0) {
            metrics.counter(name, tag, value).increment(amount);
        }
    }
}
