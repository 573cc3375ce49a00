package io.playcaller.health.fold.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.app.FoldStore;
import io.playcaller.health.fold.app.LogMismatchException;
import io.playcaller.health.fold.app.TakenOverException;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link FoldStore} in PostgreSQL. */
@ApplicationScoped
class PgFoldStore implements FoldStore {

    private final Pool pool;
    private final PgOutbox outbox;
    private final Announcements announcements;
    private final String log;
    private final Duration limit;
    private final StateCodec codec = new StateCodec();

    PgFoldStore(Pool pool, PgOutbox outbox, Announcements announcements, TopicNames topics, HealthConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.announcements = announcements;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
        this.limit = config.fold().storeTimeout();
    }

    @Override
    public Claim claim(int partition, UUID logId, long logStart) {
        String sql = """
                insert into checkpoint (topic, partition, topic_id, epoch, next_offset, dedup_offset)
                values ($1, $2, $3, 1, $4, $4)
                on conflict (topic, partition) do update
                   set epoch = checkpoint.epoch + 1, moved_at = clock_timestamp()
                returning topic_id, epoch, next_offset, dedup_offset, log_state
                """;
        Row row =
                query(sql, Tuple.of(log, partition, logId, logStart)).iterator().next();
        if (!logId.equals(row.getUUID("topic_id"))) {
            throw new LogMismatchException(
                    "the checkpoint of %s partition %d is of another topic of this name (id %s, Kafka's is %s)"
                            .formatted(log, partition, row.getUUID("topic_id"), logId));
        }
        Checkpoint checkpoint = new Checkpoint(row.getLong("next_offset"), row.getLong("dedup_offset"), logState(row));
        return new Claim(row.getLong("epoch"), checkpoint, boundaries(partition), quarantined(partition));
    }

    /**
     * A version of before may have passed over what the log said of a model: what it left counts as a log that says nothing
     * of one, so that the claim says it again, and all accounts go by it.
     */
    private LogState logState(Row row) {
        var buffer = row.getBuffer("log_state");
        if (buffer == null) {
            return LogState.start();
        }
        byte[] bytes = buffer.getBytes();
        LogState stored = codec.decodeLog(bytes);
        return codec.ofBefore(bytes) ? stored.withoutModel() : stored;
    }

    private Map<String, Instant> boundaries(int partition) {
        String sql = """
                select account_id, next_boundary from account_state a
                 where partition = $1 and next_boundary is not null
                   and not exists (select 1 from quarantine q where q.account_id = a.account_id)
                """;
        Map<String, Instant> boundaries = new HashMap<>();
        for (Row row : query(sql, Tuple.of(partition))) {
            boundaries.put(
                    row.getString("account_id"),
                    row.getOffsetDateTime("next_boundary").toInstant());
        }
        return boundaries;
    }

    private Set<String> quarantined(int partition) {
        Set<String> ids = new HashSet<>();
        for (Row row : query("select account_id from quarantine where partition = $1", Tuple.of(partition))) {
            ids.add(row.getString("account_id"));
        }
        return ids;
    }

    @Override
    public Map<String, StoredAccount> load(Collection<String> accountIds) {
        String sql = "select account_id, rev, state from account_state where account_id = any($1)";
        Map<String, StoredAccount> found = new HashMap<>();
        for (Row row : query(sql, Tuple.of(accountIds.toArray(String[]::new)))) {
            found.put(row.getString("account_id"), stored(row));
        }
        return found;
    }

    private StoredAccount stored(Row row) {
        try {
            return new Held(codec.decode(row.getBuffer("state").getBytes()), row.getLong("rev"));
        } catch (IllegalArgumentException e) {
            return new UnreadableState(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> accountsAfter(int partition, String accountId, int limit) {
        String sql = """
                select account_id from account_state
                 where partition = $1 and account_id > $2
                 order by account_id limit $3
                """;
        List<String> ids = new ArrayList<>();
        for (Row row : query(sql, Tuple.of(partition, accountId, limit))) {
            ids.add(row.getString("account_id"));
        }
        return ids;
    }

    @Override
    public List<ParkedFact> parkedAfter(String accountId, long offset, int limit) {
        List<ParkedFact> parked = new ArrayList<>();
        for (Row row : query(ParkedRows.SELECT, Tuple.of(accountId, offset, limit))) {
            parked.add(ParkedRows.fact(log, row));
        }
        return parked;
    }

    @Override
    public void store(Move move, Work work) {
        ScoreJson json = new ScoreJson();
        pool.withTransaction(transaction -> moveCheckpoint(transaction, move)
                        .chain(() -> stillInForce(transaction, work.model()))
                        .chain(() -> FoldStatements.store(transaction, move.partition(), work, json))
                        .chain(() -> outbox.append(transaction, move.partition(), announcements.of(move, work, json))))
                .await()
                .atMost(limit);
    }

    /** The first statement: locks the row, so that of two owners one waits, and finds the epoch raised. */
    private Uni<Void> moveCheckpoint(SqlConnection transaction, Move move) {
        String sql = """
                update checkpoint
                   set next_offset = $1, dedup_offset = $2, log_state = $3, log_time = $4, moved_at = clock_timestamp()
                 where topic = $5 and partition = $6 and epoch = $7 and next_offset = $8
                """;
        Checkpoint to = move.to();
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            to.nextOffset(),
            to.dedupOffset(),
            Buffer.buffer(codec.encode(to.log())),
            Columns.utc(logTime(to)),
            log,
            move.partition(),
            move.epoch(),
            move.expectedOffset()
        });
        return transaction
                .preparedQuery(sql)
                .execute(arguments)
                .invoke(moved -> {
                    if (moved.rowCount() != 1) {
                        throw new TakenOverException("partition %d is no longer at epoch %d and offset %d"
                                .formatted(move.partition(), move.epoch(), move.expectedOffset()));
                    }
                })
                .replaceWithVoid();
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

    private static @Nullable Instant logTime(Checkpoint checkpoint) {
        Instant now = checkpoint.log().now();
        return now.equals(Instant.EPOCH) ? null : now;
    }

    private RowSet<Row> query(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments).await().atMost(limit);
    }
}
