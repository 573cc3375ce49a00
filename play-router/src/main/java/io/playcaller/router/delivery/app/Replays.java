package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.Replay;
import io.playcaller.router.delivery.Replay.Answer;
import io.playcaller.router.delivery.out.PgReplays;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends once more what was given up. */
@Singleton
public class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private final Transactions transactions;
    private final PgReplays ledger;
    private final DeliveryWorker worker;

    Replays(Transactions transactions, PgReplays ledger, DeliveryWorker worker) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.worker = worker;
    }

    /**
     * Lets messages wait again.
     *
     * @param connector that is configured
     * @param by who wishes it, for the log
     */
    public Uni<Answer> begin(Connector connector, Replay wish, String by) {
        return transactions.run(tx -> begin(tx, connector, wish)).invoke(answer -> begun(connector, answer, by));
    }

    private Uni<Answer> begin(Transaction tx, Connector connector, Replay wish) {
        return ledger.isStopped(tx, connector)
                .chain(stopped ->
                        ledger.find(tx, connector, wish).map(found -> wish.answered(tx.now(), stopped, found)))
                .chain(answered -> answered.isPresent()
                        ? Uni.createFrom().item(answered.get())
                        : ledger.replay(tx, connector, wish));
    }

    private void begun(Connector connector, Answer answer, String by) {
        if (answer instanceof Answer.Begun begun && begun.again() > 0) {
            LOG.infof(
                    "%s sends %d messages to %s once more; %d are left",
                    by, begun.again(), connector.name(), begun.left());
            worker.poke();
        }
    }
}
