package io.playcaller.ingest.event.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.app.RefusalCount;
import io.playcaller.ingest.source.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the doors count. */
@ApplicationScoped
public class IngestMetrics {

    private final MeterRegistry metrics;
    private final RefusalCount refusals;

    public IngestMetrics(MeterRegistry metrics, RefusalCount refusals) {
        this.metrics = metrics;
        this.refusals = refusals;
    }

    void count(Environment environment, Delivery delivery, Receipt receipt) {
        Tags tags = Tags.of("door", delivery.door(), "environment", environment.word());
        count("playcaller.ingest.accepted", tags, receipt.accepted());
        count("playcaller.ingest.held", tags, receipt.held());
        count("playcaller.ingest.duplicates", tags, receipt.duplicates());
        count("playcaller.ingest.skipped", tags, receipt.skipped());
        count("playcaller.ingest.unavailable", tags, receipt.unstored().isPresent() ? 1 : 0);
        receipt.refused().forEach(item -> refused(environment, item.refusal().code()));
        receipt.excluded().values().forEach(why -> excluded(environment, delivery.source(), why));
        treated(environment, delivery.source(), receipt.items());
    }

    private void excluded(Environment environment, String source, Exclusion why) {
        count(
                "playcaller.ingest.excluded",
                Tags.of("source", source, "as", why.word(), "environment", environment.word()),
                1);
    }

    private void treated(Environment environment, String source, List<Item> items) {
        Map<Treatment, Integer> treated = new EnumMap<>(Treatment.class);
        items.forEach(
                item -> item.raw().treated().forEach(property -> treated.merge(property.treatment(), 1, Integer::sum)));
        treated.forEach((treatment, amount) -> count(
                "playcaller.ingest.properties.treated",
                Tags.of("source", source, "treatment", treatment.done(), "environment", environment.word()),
                amount));
    }

    private void refused(Environment environment, String reason) {
        if (environment == Environment.TEST) {
            refusals.rehearsed(reason);
        } else {
            refusals.refused(reason);
        }
    }

    /** Refused, whether it could be kept or was refused unread. */
    public void refused(String reason) {
        refusals.refused(reason);
    }

    private void count(String name, Tags tags, int amount) {
        if (amount > 0) {
            metrics.counter(name, tags).increment(amount);
        }
    }
}
