package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Where every door hands in what it read: notes that the source lives, keeps memory bounded, counts. */
@ApplicationScoped
public class Reception {

    private final Acceptance acceptance;
    private final Acceptance rehearsed;
    private final SignsOfLife life;
    private final Room room;
    private final IngestMetrics metrics;
    private final Discovery discovery;

    Reception(
            Acceptance acceptance,
            @Rehearsed Acceptance rehearsed,
            SignsOfLife life,
            Room room,
            IngestMetrics metrics,
            Discovery discovery) {
        this.acceptance = acceptance;
        this.rehearsed = rehearsed;
        this.life = life;
        this.room = room;
        this.metrics = metrics;
        this.discovery = discovery;
    }

    /** Never fails: what could not be stored is an outcome. */
    public Uni<Receipt> take(Delivery delivery) {
        life.heard(delivery.source(), delivery.receivedAt());
        return counted(delivery, () -> acceptance.take(delivery));
    }

    /**
     * Takes again what a dead letter holds: through the same acceptance, but no sign of life of its source, and without
     * another letter when it is refused again. Never fails.
     *
     * @param log for what may have been stored after all
     */
    public Uni<Receipt> replay(Delivery delivery, LogScan log) {
        return counted(delivery, () -> acceptance.replay(delivery, log));
    }

    private Uni<Receipt> counted(Delivery delivery, Supplier<Uni<Foreseen>> taking) {
        return within(delivery, taking)
                .invoke(became -> {
                    metrics.count(Environment.LIVE, delivery, became.receipt());
                    discovery.taken(delivery, became);
                })
                .map(Foreseen::receipt);
    }

    /** What a test key sent: what would become of it. Nothing is stored, and its source gave no sign of life. Never fails. */
    public Uni<Receipt> rehearse(Delivery delivery) {
        return within(delivery, () -> rehearsed.take(delivery))
                .map(Foreseen::receipt)
                .invoke(receipt -> metrics.count(Environment.TEST, delivery, receipt));
    }

    /** The same for who only asks: it is not even counted. */
    public Uni<Foreseen> foresee(Delivery delivery) {
        return within(delivery, () -> rehearsed.take(delivery));
    }

    private Uni<Foreseen> within(Delivery delivery, Supplier<Uni<Foreseen>> take) {
        int size = delivery.items().size();
        if (!room.enter(size)) {
            Receipt full = Receipt.unstored(delivery.items(), "too much is in work");
            return Uni.createFrom().item(Foreseen.unseen(full));
        }
        return take.get().eventually(() -> room.leave(size));
    }
}
