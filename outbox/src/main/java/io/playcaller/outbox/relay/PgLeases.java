package io.playcaller.outbox.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The tables {@code outbox_lease} and {@code outbox_replica}. */
public final class PgLeases implements Leases {

    /** What another replica makes known at the same moment is not seen yet: there are at least those that are asked for. */
    private static final String PREPARE = """
            with made as (
                insert into outbox_lease (shard)
                select * from generate_series(0, $1::int - 1)
                on conflict do nothing
                returning shard
            )
            select greatest($1::int, ((select count(*) from outbox_lease) + (select count(*) from made))::int)
                as known""";

    private static final String BEAT = """
            with gone as (
                delete from outbox_replica where expires_at <= clock_timestamp() and owner <> $1
            ), mine as (
                insert into outbox_replica (owner, expires_at)
                values ($1, clock_timestamp() + $2::int * interval '1 millisecond')
                on conflict (owner) do update set expires_at = excluded.expires_at
            )
            select 1 + count(*) filter (where owner <> $1 and expires_at > clock_timestamp()) as alive
            from outbox_replica""";

    private static final String RENEW = """
            update outbox_lease
            set expires_at = clock_timestamp() + $2::int * interval '1 millisecond'
            where owner = $1
            returning shard, epoch""";

    private static final String CLAIM = """
            update outbox_lease
            set owner = $1,
                epoch = outbox_lease.epoch + 1,
                expires_at = clock_timestamp() + $2::int * interval '1 millisecond'
            from (
                select shard
                from outbox_lease
                where expires_at <= clock_timestamp()
                order by shard desc
                limit $3::int
                for update skip locked
            ) as free
            where outbox_lease.shard = free.shard
            returning outbox_lease.shard, outbox_lease.epoch""";

    /** What somebody holds is beyond their part where they hold as many lower ones. */
    private static final String SHARE = """
            update outbox_lease
            set owner = $1,
                epoch = outbox_lease.epoch + 1,
                expires_at = clock_timestamp() + $2::int * interval '1 millisecond'
            from (
                select shard
                from outbox_lease as one
                where shard < $3::int
                    and (expires_at <= clock_timestamp()
                        or $4::int <= (select count(*) from outbox_lease as earlier
                                       where earlier.owner = one.owner and earlier.shard < one.shard))
                order by expires_at > clock_timestamp(), shard
                limit $5::int
                for update skip locked
            ) as shared
            where outbox_lease.shard = shared.shard
            returning outbox_lease.shard, outbox_lease.epoch""";

    /** The same owner may say it again. */
    private static final String TAKE = """
            insert into outbox_lease (shard, owner, epoch, expires_at)
            values ($1, $2, $3, 'infinity')
            on conflict (shard) do update
            set owner = excluded.owner, epoch = excluded.epoch, expires_at = excluded.expires_at
            where outbox_lease.epoch < excluded.epoch
                or (outbox_lease.epoch = excluded.epoch and outbox_lease.owner = excluded.owner)
            returning shard""";

    private static final String HELD =
            "select shard, epoch from outbox_lease where owner = $1 and expires_at > clock_timestamp()";

    private static final String GIVE_BACK = """
            update outbox_lease
            set owner = null, expires_at = '-infinity'
            from unnest($1::int[], $2::bigint[]) as given (shard, epoch)
            where outbox_lease.shard = given.shard and outbox_lease.epoch = given.epoch and owner = $3""";

    private static final String LEAVE = "delete from outbox_replica where owner = $1";

    private final Pool pool;
    private final Duration patience;

    /** @param patience how long a statement may take */
    public PgLeases(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    @Override
    public int prepare(int shards) {
        return run(PREPARE, Tuple.of(shards)).iterator().next().getInteger("known");
    }

    @Override
    public int beat(String owner, Duration ttl) {
        return run(BEAT, Tuple.of(owner, millis(ttl))).iterator().next().getInteger("alive");
    }

    @Override
    public List<Lease> renew(String owner, Duration ttl) {
        return leases(owner, run(RENEW, Tuple.of(owner, millis(ttl))));
    }

    @Override
    public List<Lease> claim(String owner, Duration ttl, int atMost) {
        return leases(owner, run(CLAIM, Tuple.of(owner, millis(ttl), atMost)));
    }

    @Override
    public List<Lease> share(String owner, Duration ttl, int below, int fair, int atMost) {
        return leases(owner, run(SHARE, Tuple.of(owner, millis(ttl), below, fair, atMost)));
    }

    @Override
    public boolean take(Lease lease) {
        return run(TAKE, Tuple.of(lease.shard(), lease.owner(), lease.epoch())).rowCount() == 1;
    }

    @Override
    public List<Lease> held(String owner) {
        return leases(owner, run(HELD, Tuple.of(owner)));
    }

    @Override
    public void giveBack(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        Integer[] shards = leases.stream().map(Lease::shard).toArray(Integer[]::new);
        Long[] epochs = leases.stream().map(Lease::epoch).toArray(Long[]::new);
        run(GIVE_BACK, Tuple.of(shards, epochs, leases.iterator().next().owner()));
    }

    @Override
    public void leave(String owner) {
        run(LEAVE, Tuple.of(owner));
    }

    private static List<Lease> leases(String owner, RowSet<Row> found) {
        List<Lease> leases = new ArrayList<>(found.size());
        for (Row row : found) {
            leases.add(new Lease(row.getInteger("shard"), owner, row.getLong("epoch")));
        }
        return leases;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(patience);
    }
}
