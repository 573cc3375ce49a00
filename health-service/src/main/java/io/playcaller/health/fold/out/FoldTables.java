package io.playcaller.health.fold.out;

import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.fold.app.FoldStore.Claim;
import io.playcaller.health.fold.app.FoldStore.Move;
import io.playcaller.health.fold.app.LogMismatchException;
import io.playcaller.health.fold.app.TakenOverException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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

/** What the fold asks of its tables, in whichever schema the client looks. */
final class FoldTables {

    private final String log;
    private final StateCodec codec = new StateCodec();

    /** @param log name of the topic */
    FoldTables(String log) {
        this.log = log;
    }

    Uni<Claim> claim(SqlClient client, int partition, UUID logId, long logStart) {
        String sql = """
                insert into checkpoint (topic, partition, topic_id, epoch, next_offset, dedup_offset)
                values ($1, $2, $3, 1, $4, $4)
                on conflict (topic, partition) do update
                   set epoch = checkpoint.epoch + 1, moved_at = clock_timestamp()
                returning topic_id, epoch, next_offset, dedup_offset, log_state
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(log, partition, logId, logStart))
                .map(rows -> rows.iterator().next())
                .invoke(row -> requireSame(partition, logId, row.getUUID("topic_id")))
                .chain(row -> boundaries(client, partition)
                        .chain(boundaries -> quarantined(client, partition)
                                .map(ids -> new Claim(row.getLong("epoch"), checkpoint(row), boundaries, ids))));
    }

    private void requireSame(int partition, UUID logId, UUID stored) {
        if (!logId.equals(stored)) {
            throw new LogMismatchException(
                    "the checkpoint of %s partition %d is of another topic of this name (id %s, Kafka's is %s)"
                            .formatted(log, partition, stored, logId));
        }
    }

    private Checkpoint checkpoint(Row row) {
        return new Checkpoint(row.getLong("next_offset"), row.getLong("dedup_offset"), logState(row));
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

    private static Uni<Map<String, Instant>> boundaries(SqlClient client, int partition) {
        String sql = """
                select account_id, next_boundary from account_state a
                 where partition = $1 and next_boundary is not null
                   and not exists (select 1 from quarantine q where q.account_id = a.account_id)
                """;
        return client.preparedQuery(sql).execute(Tuple.of(partition)).map(rows -> {
            Map<String, Instant> boundaries = new HashMap<>();
            for (Row row : rows) {
                boundaries.put(
                        row.getString("account_id"),
                        row.getOffsetDateTime("next_boundary").toInstant());
            }
            return boundaries;
        });
    }

    private static Uni<Set<String>> quarantined(SqlClient client, int partition) {
        String sql = "select account_id from quarantine where partition = $1";
        return client.preparedQuery(sql).execute(Tuple.of(partition)).map(rows -> new HashSet<>(ids(rows)));
    }

    /** One at a time, each in its own part; {@code offset 0} keeps PostgreSQL from looking for every account in all of them. */
    Uni<Map<String, StoredAccount>> load(SqlClient client, Collection<String> accountIds) {
        String sql = """
                select a.account_id, a.rev, a.state
                  from unnest($1::text[]) as wanted (account_id)
                 cross join lateral (select account_id, rev, state from account_state
                                      where account_id = wanted.account_id offset 0) a
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(accountIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, StoredAccount> found = new HashMap<>();
                    for (Row row : rows) {
                        found.put(row.getString("account_id"), stored(row));
                    }
                    return found;
                });
    }

    private StoredAccount stored(Row row) {
        try {
            return Held.read(row.getBuffer("state").getBytes(), row.getLong("rev"));
        } catch (IllegalArgumentException e) {
            return new UnreadableState(String.valueOf(e.getMessage()));
        }
    }

    Uni<List<String>> accountsAfter(SqlClient client, int partition, String accountId, int limit) {
        String sql = """
                select account_id from account_state
                 where partition = $1 and account_id > $2
                 order by account_id limit $3
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(partition, accountId, limit))
                .map(FoldTables::ids);
    }

    private static List<String> ids(Iterable<Row> rows) {
        List<String> ids = new ArrayList<>();
        for (Row row : rows) {
            ids.add(row.getString("account_id"));
        }
        return ids;
    }

    Uni<List<ParkedFact>> parkedAfter(SqlClient client, String accountId, long offset, int limit) {
        return client.preparedQuery(ParkedRows.SELECT)
                .execute(Tuple.of(accountId, offset, limit))
                .map(rows -> {
                    List<ParkedFact> parked = new ArrayList<>();
                    for (Row row : rows) {
                        parked.add(ParkedRows.fact(log, row));
                    }
                    return parked;
                });
    }

    /** The first statement: locks the row, so that of two owners one waits, and finds the epoch raised. */
    Uni<Void> move(SqlConnection transaction, Move move) {
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

    private static @Nullable Instant logTime(Checkpoint checkpoint) {
        Instant now = checkpoint.log().now();
        return now.equals(Instant.EPOCH) ? null : now;
    }
}
