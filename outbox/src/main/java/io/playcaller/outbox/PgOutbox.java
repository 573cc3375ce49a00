package io.playcaller.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The outbox of a transaction on the Vert.x client. Whoever appends has locked the row that is the record's key, in the
 * same transaction and before: that lock is what orders the records of a key.
 */
public final class PgOutbox {

    private final Sharding sharding;

    public PgOutbox(Sharding sharding) {
        this.sharding = sharding;
    }

    /** Appends with one statement, in the order given, each record to the shard of its key. */
    public Uni<Void> append(SqlConnection transaction, List<OutboxRecord> records) {
        return insert(transaction, records, sharding::of);
    }

    /** Appends with one statement, in the order given, all to one shard. */
    public Uni<Void> append(SqlConnection transaction, int shard, List<OutboxRecord> records) {
        return insert(transaction, records, any -> shard);
    }

    private static Uni<Void> insert(
            SqlConnection transaction, List<OutboxRecord> records, ToIntFunction<OutboxRecord> shardOf) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(OutboxInsert.SQL)
                .execute(Tuple.wrap(OutboxInsert.parameters(records, shardOf)))
                .replaceWithVoid();
    }
}
