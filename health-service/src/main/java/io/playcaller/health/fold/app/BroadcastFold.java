package io.playcaller.health.fold.app;

import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.SourceSilence;
import io.playcaller.health.fold.Work;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** The way of a broadcast fact through the accounts, not yet begun. */
    Run of(LogEntry.Fact fact, LogState log) {
        LogState after = log.fold(fact.event());
        Record data = fact.event().data();
        if (data instanceof ModelActivated activated) {
            parts.engines().heard(activated);
        }
        HealthEngine engine = parts.engines().of(after);
        if (data instanceof BackfillEnded || data instanceof ModelActivated) {
            return new Run(fact, after, List.of(), account -> true, state -> engine.settle(state, after));
        }
        if (data instanceof PeerBaselinePublished) {
            boolean told = engine.comparesPeers() && !after.peers().equals(log.peers());
            Predicate<String> everybody = told ? account -> true : null;
            return new Run(fact, after, List.of(), everybody, state -> engine.comparedAnew(state, log, after));
        }
        boolean moved = !after.flipped(log).isEmpty() || !after.usageSince().equals(log.usageSince());
        Predicate<String> concerned =
                moved ? account -> accounts.mayBe(account, state -> engine.concerned(state, after)) : null;
        return new Run(fact, after, accounts.due(after.now()), concerned, state -> engine.advance(state, after));
    }

    private void sourceSignal(Record data, LogState log, Work work) {
        if (partition != SPEAKER) {
            return;
        }
        String version = parts.engines().of(log).model().version();
        if (data instanceof SourceQuiet quiet) {
            work.signal(SourceSilence.key(quiet.source()), SourceSilence.opened(quiet, log.now(), version));
        } else if (data instanceof SourceBack back) {
            work.signal(SourceSilence.key(back.source()), SourceSilence.cleared(back, log.now(), version));
        }
    }

    /** One broadcast record on its way through the accounts: first those that are due, then, if need be, everybody. */
    final class Run {

        private final LogEntry.Fact fact;
        private final LogState after;
        private final List<String> due;
        private final @Nullable Predicate<String> concerned;
        private final AccountSteps.Transition transition;
        private int dueDone;
        private String last = "";

        private Run(
                LogEntry.Fact fact,
                LogState after,
                List<String> due,
                @Nullable Predicate<String> concerned,
                AccountSteps.Transition transition) {
            this.fact = fact;
            this.after = after;
            this.due = due;
            this.concerned = concerned;
            this.transition = transition;
        }

        /** What the log says once it is through. */
        LogState after() {
            return after;
        }

        /**
         * Goes on where it stopped.
         *
         * @param begun the work so far
         * @param flush stores the work so far and answers the work to go on with
         * @param enough whether time is up; asked after each slice
         * @return whether it is through
         */
        boolean through(Work begun, Supplier<Work> flush, BooleanSupplier enough) {
            Work work = begun;
            int slice = parts.limits().slice();
            while (dueDone < due.size()) {
                List<String> next = due.subList(dueDone, Math.min(due.size(), dueDone + slice));
                work = slice(next, account -> true, work, flush);
                dueDone += next.size();
                if (enough.getAsBoolean()) {
                    return false;
                }
            }
            if (concerned != null) {
                // What is not stored yet is stored first, so that the list of accounts is whole.
                work = flush.get();
                for (List<String> next = next(); !next.isEmpty(); next = next()) {
                    work = slice(next, concerned, work, flush);
                    last = next.get(next.size() - 1);
                    if (enough.getAsBoolean()) {
                        return false;
                    }
                }
            }
            sourceSignal(fact.event().data(), after, work);
            return true;
        }

        private List<String> next() {
            return parts.store().accountsAfter(partition, last, parts.limits().slice());
        }

        private Work slice(List<String> ids, Predicate<String> which, Work work, Supplier<Work> flush) {
            accounts.prepare(ids);
            for (String id : ids) {
                if (which.test(id)) {
                    accounts.advance(id, fact, transition, after, work);
                }
            }
            if (work.accounts().size() >= parts.limits().slice()) {
                return flush.get();
            }
            accounts.trim(work);
            return work;
        }
    }
}
