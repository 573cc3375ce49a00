package io.playcaller.health.fold.app;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.SourceSilence;
import io.playcaller.health.fold.Work;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Folds what concerns a whole partition. It may touch every account, so it works in slices: each is stored by itself while
 * the checkpoint stays at the broadcast record. After a crash the record is folded again, and accounts that were through
 * with it do not move a second time.
 */
final class BroadcastFold {

    /** Data-quality signals concern no account and no partition: the owner of this one says them. */
    private static final int SPEAKER = 0;

    private final int partition;
    private final FoldParts parts;
    private final AccountSteps accounts;

    BroadcastFold(int partition, FoldParts parts, AccountSteps accounts) {
        this.partition = partition;
        this.parts = parts;
        this.accounts = accounts;
    }

    /**
     * Folds a broadcast fact.
     *
     * @param flush stores the work so far and answers the work to go on with
     * @return what the log says from here on
     */
    LogState fold(LogEntry.Fact fact, LogState log, Work begun, Supplier<Work> flush) {
        LogState after = log.fold(fact.event());
        Run run = new Run(fact, after, flush, begun);
        HealthEngine engine = parts.engine();
        Record data = fact.event().data();
        if (data instanceof BackfillEnded || activatesOurModel(data)) {
            run.everyone(account -> true, state -> engine.settle(state, after));
        } else {
            run.these(accounts.due(after.now()), state -> engine.advance(state, after));
            Set<String> flipped = after.flipped(log);
            if (!flipped.isEmpty()) {
                run.everyone(fedBy(flipped), state -> engine.advance(state, after));
            }
        }
        sourceSignal(data, after, run.work);
        return after;
    }

    /** An activation of another model is history, or the business of a newer version: nothing is to be rebased on it. */
    private boolean activatesOurModel(Record data) {
        return data instanceof ModelActivated activated
                && activated.contentHash().equals(parts.engine().model().contentHash());
    }

    private Predicate<String> fedBy(Set<String> sources) {
        return account -> accounts.fedBy(account, sources);
    }

    private void sourceSignal(Record data, LogState log, Work work) {
        if (partition != SPEAKER) {
            return;
        }
        String version = parts.engine().model().version();
        if (data instanceof SourceQuiet quiet) {
            work.signal(SourceSilence.key(quiet.source()), SourceSilence.opened(quiet, log.now(), version));
        } else if (data instanceof SourceBack back) {
            work.signal(SourceSilence.key(back.source()), SourceSilence.cleared(back, log.now(), version));
        }
    }

    /** One broadcast record on its way through the accounts. */
    private final class Run {

        private final LogEntry.Fact fact;
        private final LogState after;
        private final Supplier<Work> flush;
        private Work work;

        private Run(LogEntry.Fact fact, LogState after, Supplier<Work> flush, Work begun) {
            this.fact = fact;
            this.after = after;
            this.flush = flush;
            this.work = begun;
        }

        private void these(List<String> ids, AccountSteps.Transition transition) {
            int slice = parts.limits().slice();
            for (int from = 0; from < ids.size(); from += slice) {
                slice(ids.subList(from, Math.min(ids.size(), from + slice)), account -> true, transition);
            }
        }

        /** What is not stored yet is stored first, so that the list of accounts is whole. */
        private void everyone(Predicate<String> which, AccountSteps.Transition transition) {
            work = flush.get();
            String last = "";
            List<String> ids = next(last);
            while (!ids.isEmpty()) {
                slice(ids, which, transition);
                last = ids.get(ids.size() - 1);
                ids = next(last);
            }
        }

        private List<String> next(String last) {
            return parts.store().accountsAfter(partition, last, parts.limits().slice());
        }

        private void slice(List<String> ids, Predicate<String> which, AccountSteps.Transition transition) {
            accounts.prepare(ids);
            for (String id : ids) {
                if (which.test(id)) {
                    accounts.advance(id, fact, transition, after.now(), work);
                }
            }
            if (work.accounts().size() >= parts.limits().slice()) {
                work = flush.get();
            } else {
                accounts.trim(work);
            }
        }
    }
}
