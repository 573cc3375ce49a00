package io.playcaller.router.account.app;

import io.playcaller.router.account.out.PgAccounts.HealthNews;
import io.playcaller.router.run.app.RunStore;
import io.playcaller.router.signal.app.MutedSignals;
import io.playcaller.router.signal.app.MutedSignals.StageChange;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.app.FirstTouches;
import io.playcaller.router.task.app.SupportWaits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What follows from news of the health of accounts: what a stage muted is looked at again, a touch meets first touches, a
 * severe ticket that moved ends the pauses that waited for it, and open runs are looked at, since their exits are about the customer.
 */
@ApplicationScoped
public class HealthFollowUps {

    private final MutedSignals muted;
    private final FirstTouches firstTouches;
    private final SupportWaits supportWaits;
    private final RunStore runs;

    HealthFollowUps(MutedSignals muted, FirstTouches firstTouches, SupportWaits supportWaits, RunStore runs) {
        this.muted = muted;
        this.firstTouches = firstTouches;
        this.supportWaits = supportWaits;
        this.runs = runs;
    }

    /**
     * Belongs to the transaction that wrote the news. In the order in which locks are taken: lanes, rows of tasks, the brake.
     *
     * @param touches the last touch of accounts, by id
     */
    public Uni<Void> follow(
            Transaction tx, HealthNews news, List<StageChange> stageChanges, Map<String, Instant> touches) {
        return muted.lock(tx, stageChanges)
                .chain(() -> firstTouches.meet(tx, touches))
                .chain(() -> supportWaits.end(tx, news.ticketMoved()))
                .chain(() -> runs.customersChanged(tx, news.accounts()))
                .chain(() -> muted.lookAgain(tx, stageChanges));
    }
}
