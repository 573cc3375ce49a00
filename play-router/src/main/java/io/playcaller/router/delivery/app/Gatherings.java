package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.delivery.out.PgGatherings;
import io.playcaller.router.delivery.out.PgGatherings.Due;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.TaskDecision.Changed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells together what joined tasks, when its time has come. */
@ApplicationScoped
class Gatherings {

    private final Transactions transactions;
    private final PgGatherings gatherings;
    private final PgDeliveries deliveries;
    private final DeliveryWorker worker;

    Gatherings(Transactions transactions, PgGatherings gatherings, PgDeliveries deliveries, DeliveryWorker worker) {
        this.transactions = transactions;
        this.gatherings = gatherings;
        this.deliveries = deliveries;
        this.worker = worker;
    }

    /** Tells of at most so many tasks, and answers how many were due. */
    Uni<Integer> tellDue(int atMost) {
        return gatherings
                .anyDue()
                .chain(any -> any
                        ? transactions.run(tx -> tell(tx, atMost))
                        : Uni.createFrom().item(0))
                .invoke(found -> {
                    if (found > 0) {
                        worker.poke();
                    }
                });
    }

    private Uni<Integer> tell(Transaction tx, int atMost) {
        return gatherings.claim(tx, atMost).chain(all -> {
            List<Changed> told = new ArrayList<>();
            List<UUID> dropped = new ArrayList<>();
            for (Due due : all) {
                Optional<Changed> one = due.gathering().told(due.task(), due.told() + 1, tx.now());
                one.ifPresentOrElse(told::add, () -> dropped.add(due.task().taskId()));
            }
            List<UUID> tasks =
                    told.stream().map(change -> change.after().taskId()).toList();
            return deliveries
                    .enqueue(tx, told)
                    .chain(() -> gatherings.told(tx, tasks))
                    .chain(() -> gatherings.dropped(tx, dropped))
                    .replaceWith(all.size());
        });
    }
}
