package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.signal.WaitDecider;
import io.playcaller.router.signal.out.PgWaitingSignals;
import io.playcaller.router.store.DatabaseRefusal;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks again at what was silenced, as it stands when that is over. */
@ApplicationScoped
class SilencedSignals {

    private static final Logger LOG = Logger.getLogger(SilencedSignals.class);

    private final Transactions transactions;
    private final PgWaitingSignals waiting;
    private final DeskLoader desks;
    private final SignalRouting routing;
    private final DeliveryWorker deliveries;

    SilencedSignals(
            Transactions transactions,
            PgWaitingSignals waiting,
            DeskLoader desks,
            SignalRouting routing,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.desks = desks;
        this.routing = routing;
        this.deliveries = deliveries;
    }

    /** Looks at no more than so many, and answers how many there were. */
    Uni<Integer> lookAgain(int atMost) {
        return waiting.anyDue()
                .chain(any -> any ? look(atMost) : Uni.createFrom().item(0));
    }

    private Uni<Integer> look(int atMost) {
        return transactions
                .run(tx -> waiting.due(tx, atMost)
                        .chain(due -> due.isEmpty()
                                ? Uni.createFrom().item(0)
                                : look(tx, due).replaceWith(due.size())))
                .invoke(found -> {
                    if (found > 0) {
                        deliveries.poke();
                    }
                })
                .onFailure(DatabaseRefusal::isForGood)
                .recoverWithUni(failure -> atMost > 1 ? look(1) : postponeFirst(failure));
    }

    /** Of a set that cannot be written, the signals are taken one by one, and the one at fault is left for a minute. */
    private Uni<Integer> postponeFirst(Throwable failure) {
        LOG.errorf(failure, "what was silenced cannot be looked at again; it is tried again in a minute");
        return transactions.run(tx -> waiting.due(tx, 1)
                .chain(first -> waiting.postpone(tx, episodes(first)))
                .replaceWith(1));
    }

    private Uni<Void> look(Transaction tx, List<SignalChanged> due) {
        return desks.load(tx, due)
                .chain(loaded -> routing.route(tx, loaded, (on, decider) -> broken(on, new WaitDecider(decider), due)))
                .chain(broken -> waiting.postpone(tx, broken));
    }

    private static List<UUID> broken(Desks on, WaitDecider decider, List<SignalChanged> due) {
        List<UUID> broken = new ArrayList<>();
        for (SignalChanged signal : due) {
            try {
                on.decide(
                        Desks.lane(signal.accountId(), signal.episodeId()),
                        (desk, workload) -> decider.silenceOver(desk, signal.episodeId(), workload));
            } catch (RuntimeException e) {
                LOG.errorf(e, "silenced signal %s cannot be routed; it is tried again in a minute", signal.episodeId());
                broken.add(signal.episodeId());
            }
        }
        return broken;
    }

    private static List<UUID> episodes(List<SignalChanged> signals) {
        return signals.stream().map(SignalChanged::episodeId).toList();
    }
}
