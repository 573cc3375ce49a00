package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

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
        life.heard(delivery.source(), delivery.receivedAt());
        return within(delivery, () -> acceptance.take(delivery));
    }

    /**
     * Takes again what a dead letter holds: through the same acceptance, but no sign of life of its source, and without
     * another letter when it is refused again. Never fails.
     *
     * @param log for what may have been stored after all
     */
    public Uni<Receipt> replay(Delivery delivery, LogScan log) {
        return within(delivery, () -> acceptance.replay(delivery, log));
    }

    private Uni<Receipt> within(Delivery delivery, Supplier<Uni<Receipt>> take) {
        int size = delivery.items().size();
        if (!room.enter(size)) {
            Receipt full = Receipt.unstored(delivery.items(), "too much is in work");
            metrics.count(delivery, full);
            return Uni.createFrom().item(full);
        }
        return take.get().invoke(receipt -> metrics.count(delivery, receipt)).eventually(() -> room.leave(size));
    }
}
