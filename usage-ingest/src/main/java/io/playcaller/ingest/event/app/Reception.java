package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where every door hands in what it read: notes that the source lives, keeps memory bounded, counts. */
@ApplicationScoped
public class Reception {

    private final Acceptance acceptance;
    private final SignsOfLife life;
    private final Room room;
    private final IngestMetrics metrics;

    Reception(Acceptance acceptance, SignsOfLife life, Room room, IngestMetrics metrics) {
        this.acceptance = acceptance;
        this.life = life;
        this.room = room;
        this.metrics = metrics;
    }

    /** Never fails: what could not be stored is an outcome. */
    public Uni<Receipt> take(Delivery delivery) {
        int size = delivery.items().size();
        life.heard(delivery.source(), delivery.receivedAt());
        if (!room.enter(size)) {
            Receipt full = Receipt.unstored(delivery.items(), "too much is in work");
            metrics.count(delivery, full);
            return Uni.createFrom().item(full);
        }
        return acceptance
                .take(delivery)
                .invoke(receipt -> metrics.count(delivery, receipt))
                .eventually(() -> room.leave(size));
    }
}
