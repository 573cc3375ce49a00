package io.playcaller.outbox.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code outbox}. */
public final class PgOutboxRows implements OutboxRows {

    /** No row at all: the lease is lost. One row without an id: nothing waits. */
    private static final String OLDEST = """
            select oldest.*
            from outbox_lease
            left join lateral (
                select id, topic, partition, key,
                       convert_to(headers, 'UTF8') as headers, convert_to(value, 'UTF8') as value
                from outbox
                where outbox.shard = outbox_lease.shard
                order by id
                limit $4
            ) as oldest on true
            where outbox_lease.shard = $1
                and outbox_lease.owner = $2
                and outbox_lease.epoch = $3
                and outbox_lease.expires_at > clock_timestamp()
            order by oldest.id""";

    private static final String DELETE = "delete from outbox where shard = $1 and id = any($2::bigint[])";

    private static final String WAITING = """
            select owned.shard
            from unnest($1::int[]) as owned (shard)
            where exists (select from outbox where outbox.shard = owned.shard)""";

    private static final String BACKLOG = """
            with heads as (select shard, min(id) as id, count(*) as depth from outbox group by shard)
            select coalesce(sum(heads.depth), 0)::bigint as depth,
                   coalesce(max(extract(epoch from clock_timestamp() - outbox.created_at)), 0)::float8 as age
            from heads
            left join outbox using (shard, id)""";

    private final Pool pool;
    private final Duration patience;

    /** @param patience how long a statement may take */
    public PgOutboxRows(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    @Override
    public Optional<List<OutboxRow>> oldest(Lease lease, int limit) {
        RowSet<Row> found = run(OLDEST, Tuple.of(lease.shard(), lease.owner(), lease.epoch(), limit));
        if (found.size() == 0) {
            return Optional.empty();
        }
        List<OutboxRow> rows = new ArrayList<>(found.size());
        for (Row row : found) {
            if (row.getLong("id") != null) {
                rows.add(read(row));
            }
        }
        return Optional.of(rows);
    }

    private static OutboxRow read(Row row) {
        var value = row.getBuffer("value");
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getString("key"),
                row.getBuffer("headers").getDelegate(),
                value == null ? null : value.getDelegate());
    }

    @Override
    public void delete(int shard, List<OutboxRow> sent) {
        run(DELETE, Tuple.of(shard, sent.stream().map(OutboxRow::id).toArray(Long[]::new)));
    }

    @Override
    public Set<Integer> waiting(Set<Integer> shards) {
        Set<Integer> waiting = new HashSet<>();
        for (Row row : run(WAITING, Tuple.of(shards.toArray(Integer[]::new)))) {
            waiting.add(row.getInteger("shard"));
        }
        return waiting;
    }

    @Override
    public Backlog backlog() {
        Row row = run(BACKLOG, Tuple.tuple()).iterator().next();
        return new Backlog(row.getLong("depth"), Duration.ofMillis(Math.round(row.getDouble("age") * 1000)));
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(patience);
    }
}
