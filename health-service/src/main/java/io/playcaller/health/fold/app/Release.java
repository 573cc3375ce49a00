package io.playcaller.health.fold.app;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.Work;
import java.util.List;

/**
 * Lets an account out of quarantine: what waited is folded in order, each fact with the log as it stood when it came, then
 * the time that passed since. What fails again puts the account back at that place, for its new reason; what was folded
 * before it stays folded. All of it is one work, and so one transaction.
 */
final class Release {

    /** Facts in memory at a time. */
    private static final int SLICE = 1_000;

    private final FoldParts parts;
    private final AccountSteps accounts;

    Release(FoldParts parts, AccountSteps accounts) {
        this.parts = parts;
        this.accounts = accounts;
    }

    /** @param work must be empty: what waits is read from the store */
    void of(String accountId, LogEntry.Fact release, LogState log, Work work) {
        accounts.readmit(accountId);
        work.release(accountId);
        if (waitedFor(accountId, release, log, work)) {
            accounts.advance(accountId, release, state -> caughtUp(state, log), log, work);
        }
        parts.metrics().released();
    }

    private boolean waitedFor(String accountId, LogEntry.Fact release, LogState log, Work work) {
        long last = -1;
        List<ParkedFact> slice = parts.store().parkedAfter(accountId, last, SLICE);
        while (!slice.isEmpty()) {
            for (ParkedFact parked : slice) {
                LogEntry.Fact cause = parked.entry() instanceof LogEntry.Fact fact ? fact : release;
                if (!accounts.fold(accountId, cause, state -> step(state, parked, log), log, work)) {
                    return false;
                }
                last = parked.entry().offset();
                work.unpark(accountId, last);
            }
            slice = parts.store().parkedAfter(accountId, last, SLICE);
        }
        return true;
    }

    /** It happened then; that it changed the score is known only now. */
    private Step step(AccountState state, ParkedFact parked, LogState log) {
        if (!(parked.entry() instanceof LogEntry.Fact fact)) {
            throw new IllegalStateException("this version cannot read the record at offset "
                    + parked.entry().offset());
        }
        Step step = parts.engines().of(parked.log()).apply(state, parked.log(), fact.event());
        return new Step(
                step.state(),
                step.changes().stream()
                        .map(change -> change.foundOut(log.now()))
                        .toList(),
                step.signals(),
                step.profiles().stream()
                        .map(change -> change.foundOut(log.now()))
                        .toList(),
                step.handed());
    }

    /** An import that ended meanwhile is settled now, and peers of whom the log told meanwhile are compared with. */
    private Step caughtUp(AccountState state, LogState log) {
        HealthEngine engine = parts.engines().of(log);
        Step time = state.standing().importing() ? engine.settle(state, log) : engine.advance(state, log);
        return time.then(engine.comparedAnew(time.state(), log, log));
    }
}
