package io.playcaller.router.holdout.app;

import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.holdout.out.PgHoldoutRuns;
import io.playcaller.router.outcome.Look;
import io.playcaller.router.outcome.app.Outcomes;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs that accounts are held out of, and what is told when they end. */
@ApplicationScoped
public class HoldoutRuns {

    private static final Logger LOG = Logger.getLogger(HoldoutRuns.class);

    private final PgHoldoutRuns runs;
    private final Outcomes outcomes;
    private final Transactions transactions;

    HoldoutRuns(PgHoldoutRuns runs, Outcomes outcomes, Transactions transactions) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.transactions = transactions;
    }

    /** Locks the open ones of these accounts, whose lanes the transaction holds. */
    public Uni<List<HoldoutRun>> lockOpen(Transaction tx, Collection<String> accounts) {
        return runs.lockOpen(tx, accounts);
    }

    /** Writes them as they stand, notes when they are to be looked back at, and tells of those that ended. */
    public Uni<Void> write(Transaction tx, List<HoldoutRun> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ended = changed.stream()
                .filter(run -> !run.isOpen())
                .map(HoldoutRun::playRunId)
                .toList();
        List<Look> back = changed.stream()
                .flatMap(run -> Look.back(run.playRunId(), run.startedAt()).stream())
                .toList();
        return runs.upsert(tx, changed)
                .chain(() -> Writes.thenAsk(outcomes.begun(tx, back), outcomes.ended(tx, ended)))
                .chain(said -> tx.say(said));
    }

    /** Ends at most so many whose play gives up, and answers how many there were. */
    Uni<Integer> giveUp(int atMost) {
        return runs.anyOver()
                .chain(any -> any ? claimAndGiveUp(atMost) : Uni.createFrom().item(0));
    }

    private Uni<Integer> claimAndGiveUp(int atMost) {
        return transactions
                .run(tx -> runs.claimOver(tx, atMost).chain(over -> gaveUp(tx, over)))
                .onFailure()
                .recoverWithUni(failure -> atMost > 1 ? claimAndGiveUp(1) : postponeFirst(failure));
    }

    /** Of a set that cannot end, the runs are taken one by one, and the one at fault is left for a minute. */
    private Uni<Integer> postponeFirst(Throwable failure) {
        return transactions
                .run(runs::postponeEarliest)
                .invoke(first -> first.ifPresent(
                        run -> LOG.errorf(failure, "held-out run %s cannot end; it is tried again in a minute", run)))
                .map(first -> first.isPresent() ? 1 : 0);
    }

    private Uni<Integer> gaveUp(Transaction tx, List<HoldoutRun> over) {
        return write(tx, over.stream().map(run -> run.gaveUp(tx.now())).toList())
                .replaceWith(over.size());
    }
}
