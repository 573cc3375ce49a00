package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Where every door hands in what it read: keeps memory bounded, and has noted what came and what became of it. */
@ApplicationScoped
public class Reception {

    private final Acceptance acceptance;
    private final Acceptance rehearsed;
    private final Room room;
    private final Tally tally;

    Reception(Acceptance acceptance, @Rehearsed Acceptance rehearsed, Room room, Tally tally) {
        this.acceptance = acceptance;
        this.rehearsed = rehearsed;
        this.room = room;
        this.tally = tally;
    }

    /** Never fails: what could not be stored is an outcome. */
    public Uni<Receipt> take(Delivery delivery) {
        tally.came(delivery);
        return within(delivery, () -> acceptance.take(delivery))
                .invoke(became -> tally.taken(delivery, became))
                .map(Foreseen::receipt);
    }

    /**
     * Takes again what a dead letter holds: through the same acceptance, but no sign of life of its source, and without
     * another letter when it is refused again. Never fails.
     *
     * @param log for what may have been stored after all
     */
    public Uni<Receipt> replay(Delivery delivery, LogScan log) {
        return within(delivery, () -> acceptance.replay(delivery, log))
                .invoke(became -> tally.takenAgain(delivery, became))
                .map(Foreseen::receipt);
    }

    /** What a test key sent: what would become of it. Nothing is stored, and its source gave no sign of life. Never fails. */
    public Uni<Receipt> rehearse(Delivery delivery) {
        return within(delivery, () -> rehearsed.take(delivery))
                .map(Foreseen::receipt)
                .invoke(receipt -> tally.rehearsed(delivery, receipt));
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
