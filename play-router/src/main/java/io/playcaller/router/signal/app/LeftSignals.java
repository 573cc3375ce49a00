package io.playcaller.router.signal.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.store.DatabaseRefusal;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.out.PgLeftSignals;
import io.playcaller.router.task.out.PgLeftSignals.Left;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Routes what had joined a task and was open when it ended. A transaction after that of the end: who ends a task holds its
 * row, and the lane of an account is locked before rows, never after.
 */
@ApplicationScoped
class LeftSignals {

    private static final Logger LOG = Logger.getLogger(LeftSignals.class);

    private final Transactions transactions;
    private final PgLeftSignals left;
    private final DeskLoader desks;
    private final SignalRouting routing;
    private final DeliveryWorker deliveries;

    LeftSignals(
            Transactions transactions,
            PgLeftSignals left,
            DeskLoader desks,
            SignalRouting routing,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.left = left;
        this.desks = desks;
        this.routing = routing;
        this.deliveries = deliveries;
    }

    /** Routes the signals of at most so many tasks, and answers how many there were. */
    Uni<Integer> routeAgain(int atMost) {
        return left.any()
                .chain(any -> any ? claimAndRoute(atMost) : Uni.createFrom().item(0));
    }

    private Uni<Integer> claimAndRoute(int atMost) {
        return transactions
                .run(tx -> left.claim(tx, atMost)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(0)
                                : route(tx, found).replaceWith(found.size())))
                .invoke(found -> {
                    if (found > 0) {
                        deliveries.poke();
                    }
                })
                .onFailure(DatabaseRefusal::isForGood)
                .recoverWithUni(failure -> atMost > 1 ? claimAndRoute(1) : postponeFirst(failure));
    }

    /** Of a set that cannot be written, the tasks are taken one by one, and the one at fault is left for a minute. */
    private Uni<Integer> postponeFirst(Throwable failure) {
        LOG.errorf(failure, "what a task left cannot be routed again; it is tried again in a minute");
        return transactions.run(
                tx -> left.claim(tx, 1).chain(first -> left.postpone(tx, first)).replaceWith(1));
    }

    private Uni<Void> route(Transaction tx, List<Left> found) {
        List<String> accounts = found.stream().map(Left::accountId).distinct().toList();
        return desks.loadAccounts(tx, accounts)
                .chain(loaded -> routing.route(tx, loaded, (on, decider) -> broken(on, decider, found)))
                .chain(broken -> left.done(
                                tx,
                                found.stream()
                                        .filter(task -> !broken.contains(task))
                                        .toList())
                        .chain(() -> left.postpone(tx, broken)));
    }

    private static List<Left> broken(Desks on, SignalDecider decider, List<Left> found) {
        return found.stream().filter(task -> !decide(on, decider, task)).toList();
    }

    private static boolean decide(Desks loaded, SignalDecider decider, Left task) {
        try {
            loaded.decide(
                    Desks.lane(task.accountId()), (desk, workload) -> decider.taskEnded(desk, task.taskId(), workload));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "what %s left cannot be routed again; it is tried again in a minute", task);
            return false;
        }
    }
}
