package io.playcaller.router.brake.app;

import io.playcaller.router.brake.Flood;
import io.playcaller.router.brake.HeldCounts;
import io.playcaller.router.brake.out.PgBrake;
import io.playcaller.router.brake.out.PgBrake.Standing;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.signal.app.OwnSignals;
import io.playcaller.router.silence.out.PgSilences;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells once that the brake holds signals of a play, and ends that when none is held any more. All in one transaction that has the
 * lock of the brake: nothing is held anew meanwhile. It locks in the order of all who route: lanes, tasks, silences, the brake.
 */
@ApplicationScoped
class FloodWatch {

    private static final Logger LOG = Logger.getLogger(FloodWatch.class);
    private static final HeldCounts NOTHING = new HeldCounts(List.of());

    private final Transactions transactions;
    private final PgBrake store;
    private final PgSilences silences;
    private final OwnSignals signals;
    private final DeliveryWorker deliveries;

    FloodWatch(
            Transactions transactions,
            PgBrake store,
            PgSilences silences,
            OwnSignals signals,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.store = store;
        this.silences = silences;
        this.signals = signals;
        this.deliveries = deliveries;
    }

    /** Looks once; answers how many floods began or ended for people. */
    Uni<Integer> look() {
        return store.anyFlood()
                .chain(any ->
                        any ? transactions.run(this::look) : Uni.createFrom().item(0))
                .invoke(changed -> {
                    if (changed > 0) {
                        deliveries.poke();
                    }
                });
    }

    private Uni<Integer> look(Transaction tx) {
        return store.floods(tx)
                .map(FloodWatch::episodes)
                .chain(locked -> signals.lock(tx, locked)
                        .chain(() -> silences.share(tx))
                        .chain(() -> store.lock(tx))
                        .chain(() -> look(tx, locked)));
    }

    /** A flood that began since it was locked what there was waits for the next round. */
    private Uni<Integer> look(Transaction tx, Set<UUID> locked) {
        return store.floods(tx)
                .chain(floods -> store.held(tx)
                        .chain(held -> Multi.createFrom()
                                .items(floods.stream()
                                        .filter(one ->
                                                locked.contains(one.flood().episodeId())))
                                .onItem()
                                .transformToUniAndConcatenate(one -> look(tx, one, held))
                                .collect()
                                .with(Collectors.summingInt(Integer::intValue))));
    }

    private static Set<UUID> episodes(List<Standing> floods) {
        return floods.stream().map(one -> one.flood().episodeId()).collect(Collectors.toSet());
    }

    private Uni<Integer> look(Transaction tx, Standing standing, Map<String, HeldCounts> held) {
        Flood flood = standing.flood();
        HeldCounts counts = held.getOrDefault(flood.play(), NOTHING);
        if (counts.total() == 0) {
            Uni<Void> ended = standing.told()
                    ? signals.take(tx, flood.over(tx.now()))
                    : Uni.createFrom().voidItem();
            return ended.chain(() -> store.end(tx, flood)).replaceWith(standing.told() ? 1 : 0);
        }
        if (standing.told() || !flood.isToBeTold(tx.now())) {
            return Uni.createFrom().item(0);
        }
        LOG.warnf("the volume brake holds %d signals of play %s: %s", counts.total(), flood.play(), counts.causes());
        return signals.take(tx, flood.opened(counts, tx.now()))
                .chain(() -> store.told(tx, flood))
                .replaceWith(1);
    }
}
