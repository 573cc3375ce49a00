package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.app.SignsOfLife;
import io.playcaller.ingest.source.health.app.SourceTraffic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where every door hands in what it read: notes that the source lives, keeps memory bounded, counts. */
@ApplicationScoped
public class Reception {

    private final Acceptance acceptance;
    private final Acceptance rehearsed;
    private final SignsOfLife life;
    private final SourceTraffic traffic;
    private final Room room;
    private final IngestMetrics metrics;

    Reception(
            Acceptance acceptance,
            @Rehearsed Acceptance rehearsed,
            SignsOfLife life,
            SourceTraffic traffic,
            Room room,
            IngestMetrics metrics) {
        this.acceptance = acceptance;
        this.rehearsed = rehearsed;
        this.life = life;
        this.traffic = traffic;
        this.room = room;
        this.metrics = metrics;
    }

    /** Never fails: what could not be stored is an outcome. */
    public Uni<Receipt> take(Delivery delivery) {
        life.heard(delivery.source(), delivery.receivedAt());
        return within(delivery, () -> acceptance.take(delivery), full -> full).invoke(receipt -> {
            metrics.count(Environment.LIVE, delivery, receipt);
            measure(delivery, receipt);
        });
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

    /**
     * Takes again what a dead letter holds: through the same acceptance, but no sign of life of its source, and without
     * another letter when it is refused again. Never fails.
     *
     * @param log for what may have been stored after all
     */
    public Uni<Receipt> replay(Delivery delivery, LogScan log) {
        return within(delivery, () -> acceptance.replay(delivery, log), full -> full)
                .invoke(receipt -> metrics.count(Environment.LIVE, delivery, receipt));
    }

    /** What a test key sent: what would become of it. Nothing is stored, and its source gave no sign of life. Never fails. */
    public Uni<Receipt> rehearse(Delivery delivery) {
        return within(delivery, () -> rehearsed.take(delivery), full -> full)
                .invoke(receipt -> metrics.count(Environment.TEST, delivery, receipt));
    }

    /** The same for who only asks: it is not even counted. */
    public Uni<Foreseen> foresee(Delivery delivery) {
        return within(delivery, () -> rehearsed.foresee(delivery), Foreseen::unseen);
    }

    private <T> Uni<T> within(Delivery delivery, Supplier<Uni<T>> take, Function<Receipt, T> noRoom) {
        int size = delivery.items().size();
        if (!room.enter(size)) {
            return Uni.createFrom().item(noRoom.apply(Receipt.unstored(delivery.items(), "too much is in work")));
        }
        return take.get().eventually(() -> room.leave(size));
    }
}
