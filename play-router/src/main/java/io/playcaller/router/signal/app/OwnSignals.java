package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Signals that this service raises itself: routed like those that come, and never on Kafka. */
@ApplicationScoped
public class OwnSignals {

    private final DeskLoader desks;
    private final SignalRouting routing;

    OwnSignals(DeskLoader desks, SignalRouting routing) {
        this.desks = desks;
        this.routing = routing;
    }

    /** Locks what signals of these episodes need, for who has more locks to take: silences and the brake come after these. */
    public Uni<Void> lock(Transaction tx, Collection<UUID> episodes) {
        return desks.lockEpisodes(tx, episodes);
    }

    /** Belongs to the transaction that makes it true. */
    public Uni<Void> take(Transaction tx, SignalChanged signal) {
        return desks.load(tx, List.of(signal))
                .chain(loaded -> routing.route(tx, loaded, (on, decider) -> {
                    on.decide(
                            Desks.lane(signal.accountId(), signal.episodeId()),
                            (desk, workload) -> decider.decide(desk, signal, workload));
                    return on;
                }))
                .replaceWithVoid();
    }
}
