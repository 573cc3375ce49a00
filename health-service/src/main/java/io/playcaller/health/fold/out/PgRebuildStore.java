package io.playcaller.health.fold.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.app.RebuildStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * {@link RebuildStore} in PostgreSQL. Everything happens in a transaction that looks into the schema of the rebuild and into no
 * other, and only as long as it lasts: no connection goes back to the pool that would look there.
 */
@ApplicationScoped
@Typed(RebuildStore.class)
class PgRebuildStore implements RebuildStore {

    private final Pool pool;
    private final FoldTables tables;
    private final String search;
    private final Duration limit;

    PgRebuildStore(Pool pool, TopicNames topics, HealthConfig config) {
        this.pool = pool;
        this.tables = new FoldTables(topics.of(Topic.CUSTOMER_EVENTS));
        this.search = "set local search_path to \"" + config.rebuild().schema() + '"';
        this.limit = config.fold().storeTimeout();
    }

    @Override
    public Claim claim(int partition, UUID logId, long logStart) {
        return there(transaction -> tables.claim(transaction, partition, logId, logStart));
    }

    @Override
    public Map<String, StoredAccount> load(Collection<String> accountIds) {
        return there(transaction -> tables.load(transaction, accountIds));
    }

    @Override
    public List<String> accountsAfter(int partition, String accountId, int limit) {
        return there(transaction -> tables.accountsAfter(transaction, partition, accountId, limit));
    }

    @Override
    public List<ParkedFact> parkedAfter(String accountId, long offset, int limit) {
        return there(transaction -> tables.parkedAfter(transaction, accountId, offset, limit));
    }

    /** A rebuild goes from partition to partition and hurries nobody: returns when it is stored. */
    @Override
    public Storing begin(Move move, Work work, Runnable committed) {
        there(transaction -> tables.move(transaction, move)
                .chain(() -> FoldStatements.store(transaction, move.partition(), work, new ScoreJson())));
        committed.run();
        return () -> {};
    }

    private <T> T there(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(
                        transaction -> transaction.query(search).execute().chain(() -> work.apply(transaction)))
                .await()
                .atMost(limit);
    }
}
