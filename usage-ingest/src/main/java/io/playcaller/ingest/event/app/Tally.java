package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.ingest.source.health.app.SourceTraffic;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is noted of each delivery beside its events: that its source lives, how much it delivers, which names it sends, and what
 * became of the items.
 */
@ApplicationScoped
class Tally {

    private final SignsOfLife life;
    private final SourceTraffic traffic;
    private final Discovery discovery;
    private final IngestMetrics metrics;

    Tally(SignsOfLife life, SourceTraffic traffic, Discovery discovery, IngestMetrics metrics) {
        this.life = life;
        this.traffic = traffic;
        this.discovery = discovery;
        this.metrics = metrics;
    }

    /** It came, whatever becomes of it. */
    void came(Delivery delivery) {
        life.heard(delivery.source(), delivery.receivedAt());
    }

    void taken(Delivery delivery, Foreseen became) {
        takenAgain(delivery, became);
        measure(delivery, became.receipt());
    }

    /** A replay says nothing of its source: it is no sign of life, and none of its traffic. */
    void takenAgain(Delivery delivery, Foreseen became) {
        metrics.count(Environment.LIVE, delivery, became.receipt());
        discovery.taken(delivery, became);
    }

    void rehearsed(Delivery delivery, Receipt receipt) {
        metrics.count(Environment.TEST, delivery, receipt);
    }

    /** What comes again counts once, and an import says nothing about how much its source usually delivers. */
    private void measure(Delivery delivery, Receipt receipt) {
        if (delivery.backfill()) {
            traffic.beat(delivery.source(), delivery.receivedAt());
        } else if (receipt.unstored().isEmpty()) {
            traffic.delivered(
                    delivery.source(),
                    delivery.receivedAt(),
                    receipt.items().size(),
                    receipt.refused().size());
        }
    }
}
