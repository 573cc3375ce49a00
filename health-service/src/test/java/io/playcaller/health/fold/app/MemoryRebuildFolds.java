package io.playcaller.health.fold.app;

import io.playcaller.health.config.HealthConfigTest;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.Work;
import io.playcaller.health.models.app.Engines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The folds of a rebuild over a store in memory. */
public final class MemoryRebuildFolds {

    private record Of(MemoryFoldStore store) implements RebuildStore {

        @Override
        public Claim claim(int partition, UUID logId, long logStart) {
            return store.claim(partition, logId, logStart);
        }

        @Override
        public Map<String, StoredAccount> load(Collection<String> accountIds) {
            return store.load(accountIds);
        }

        @Override
        public List<String> accountsAfter(int partition, String accountId, int limit) {
            return store.accountsAfter(partition, accountId, limit);
        }

        @Override
        public List<ParkedFact> parkedAfter(String accountId, long offset, int limit) {
            return store.parkedAfter(accountId, offset, limit);
        }

        @Override
        public Storing begin(Move move, Work work, Runnable committed) {
            return store.begin(move, work, committed);
        }
    }

    private MemoryRebuildFolds() {}

    public static RebuildFolds over(MemoryFoldStore store, Engines engines) {
        return new RebuildFolds(engines, new Of(store), HealthConfigTest.of(Map.of()));
    }

    /** The running service's fold of the same: it says the model where the log does not. */
    public static PartitionFold running(
            MemoryFoldStore store, Engines engines, int partition, UUID logId, long logStart) {
        PartitionFold fold = over(store, engines).claim(partition, logId, logStart);
        fold.announceModel();
        return fold;
    }
}
