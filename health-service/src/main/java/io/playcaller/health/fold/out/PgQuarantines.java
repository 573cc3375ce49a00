package io.playcaller.health.fold.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.health.fold.QuarantineView;
import io.playcaller.health.fold.app.Quarantines;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link Quarantines} in PostgreSQL. A release leaves through the outbox, in the shard of the account's partition: the
 * partition's owner sends it, and reads it again in its turn. No row is locked for it: of two releases either order is
 * right.
 */
@ApplicationScoped
class PgQuarantines implements Quarantines {

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final BusinessClock clock;
    private final String log;

    PgQuarantines(Pool pool, PgOutbox outbox, OutboxRelay relay, BusinessClock clock, TopicNames topics) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<List<QuarantineView>> list(@Nullable String reason, @Nullable String after, int limit) {
        String sql = """
                select q.*, (select count(*) from parked_fact p where p.account_id = q.account_id) as parked
                  from quarantine q
                 where ($1::text is null or reason = $1) and ($2::text is null or account_id > $2)
                 order by account_id limit $3
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.from(new @Nullable Object[] {reason, after, limit}))
                .map(rows -> PgFoldViews.list(rows, PgQuarantines::view));
    }

    @Override
    public Uni<Boolean> release(String accountId, String staffId) {
        String sql = "select account_id, partition from quarantine where account_id = $1";
        return release(sql, Tuple.of(accountId), staffId).map(released -> released == 1);
    }

    @Override
    public Uni<Integer> releaseAll(String reason, String staffId) {
        String sql = "select account_id, partition from quarantine where reason = $1 order by account_id limit $2";
        return release(sql, Tuple.of(reason, MOST), staffId);
    }

    private Uni<Integer> release(String sql, Tuple arguments, String staffId) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(sql)
                        .execute(arguments)
                        .chain(rows -> append(transaction, rows, staffId).replaceWith(rows.size())))
                .invoke(() -> relay.poke());
    }

    private Uni<Void> append(SqlConnection transaction, RowSet<Row> accounts, String staffId) {
        TreeMap<Integer, List<OutboxRecord>> byPartition = new TreeMap<>();
        for (Row row : accounts) {
            byPartition
                    .computeIfAbsent(row.getInteger("partition"), partition -> new ArrayList<>())
                    .add(released(row.getString("account_id"), staffId));
        }
        Uni<Void> appended = Uni.createFrom().voidItem();
        for (var shard : byPartition.entrySet()) {
            appended = appended.chain(() -> outbox.append(transaction, shard.getKey(), shard.getValue()));
        }
        return appended;
    }

    private OutboxRecord released(String accountId, String staffId) {
        Envelope envelope = Envelope.own(Ids.next().toString(), "health-service", clock.instant(), accountId, 0);
        return OutboxRecord.of(log, accountId, envelope, new QuarantineReleased(accountId, staffId));
    }

    private static QuarantineView view(Row row) {
        return new QuarantineView(
                row.getString("account_id"),
                row.getInteger("partition"),
                row.getLong("log_offset"),
                row.getString("event_type"),
                row.getString("event_source"),
                row.getString("event_id"),
                row.getString("reason"),
                row.getOffsetDateTime("since").toInstant(),
                row.getUUID("letter_id"),
                row.getLong("parked"));
    }
}
