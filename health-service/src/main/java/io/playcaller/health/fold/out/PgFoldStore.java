package io.playcaller.health.fold.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@link FoldStore} in PostgreSQL. */
@ApplicationScoped
class PgFoldStore implements FoldStore {

    private final Pool pool;
    private final PgOutbox outbox;
    private final Announcements announcements;
    private final FoldTables tables;
    private final Duration limit;

    PgFoldStore(Pool pool, PgOutbox outbox, Announcements announcements, TopicNames topics, HealthConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.announcements = announcements;
        this.tables = new FoldTables(topics.of(Topic.CUSTOMER_EVENTS));
        this.limit = config.fold().storeTimeout();
    }

    @Override
    public Claim claim(int partition, UUID logId, long logStart) {
        return done(tables.claim(pool, partition, logId, logStart));
    }

    @Override
    public Map<String, StoredAccount> load(Collection<String> accountIds) {
        return done(tables.load(pool, accountIds));
    }

    @Override
    public List<String> accountsAfter(int partition, String accountId, int limit) {
        return done(tables.accountsAfter(pool, partition, accountId, limit));
    }

    @Override
    public List<ParkedFact> parkedAfter(String accountId, long offset, int limit) {
        return done(tables.parkedAfter(pool, accountId, offset, limit));
    }

    @Override
    public Storing begin(Move move, Work work, Runnable committed) {
        ScoreJson json = new ScoreJson();
        CompletableFuture<Void> storing = pool.withTransaction(transaction -> tables.move(transaction, move)
                        .chain(() -> stillInForce(transaction, work.model()))
                        .chain(() -> FoldStatements.store(transaction, move.partition(), work, json))
                        .chain(() -> outbox.append(transaction, move.partition(), announcements.of(move, work, json))))
                .invoke(committed)
                .ifNoItem()
                .after(limit)
                .fail()
                .subscribeAsCompletionStage();
        return () -> done(Uni.createFrom().completionStage(storing));
    }

    /**
     * Until this commits nobody puts another model in force. One that was meanwhile fails the transaction, and the claim is made
     * anew: of two things that the log is told of its model, the later one comes second.
     */
    private static Uni<Void> stillInForce(SqlConnection transaction, @Nullable ModelActivated model) {
        if (model == null) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .query("select hash from model_in_force for share")
                .execute()
                .invoke(rows -> {
                    if (!model.contentHash().equals(rows.iterator().next().getString("hash"))) {
                        throw new IllegalStateException("another model was put in force meanwhile");
                    }
                })
                .replaceWithVoid();
    }

    private <T> T done(Uni<T> work) {
        return work.await().atMost(limit);
    }
}
