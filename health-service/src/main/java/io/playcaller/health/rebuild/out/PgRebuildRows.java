package io.playcaller.health.rebuild.out;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.health.rebuild.Difference;
import io.playcaller.health.rebuild.Rebuild;
import io.playcaller.health.rebuild.RebuildReport;
import io.playcaller.health.rebuild.Wanted;
import io.playcaller.health.rebuild.app.RebuildRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link RebuildRows} in PostgreSQL. Who runs it is alive by the database's clock, as with leases. */
@ApplicationScoped
class PgRebuildRows implements RebuildRows {

    /** Longer than the longest step between two beats. */
    private static final String LOST = "interval '45 minutes'";

    private final Pool pool;

    PgRebuildRows(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<UUID>> begin(Order order) {
        String sql = """
                update rebuild
                   set run_id = $1, state = 'running', author = $2, reason = $3, wanted = $4::text::json,
                       report = $5::text::json, started_at = clock_timestamp(), beat_at = clock_timestamp(), ended_at = null
                 where state is distinct from 'running' or beat_at < clock_timestamp() - %s
                """.formatted(LOST);
        UUID run = Ids.next();
        Tuple arguments =
                Tuple.of(run, order.author(), order.reason(), json(order.wanted()), json(RebuildReport.NOTHING_YET));
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(begun -> begun.rowCount() == 1 ? Optional.of(run) : Optional.empty());
    }

    @Override
    public Uni<Boolean> beat(UUID run, RebuildReport report) {
        String sql = """
                update rebuild set report = $2::text::json, beat_at = clock_timestamp() where run_id = $1 and state = 'running'
                """;
        return pool.preparedQuery(sql).execute(Tuple.of(run, json(report))).map(beaten -> beaten.rowCount() == 1);
    }

    @Override
    public Uni<Void> end(UUID run, String state, RebuildReport report) {
        String sql = """
                update rebuild set state = $2, report = $3::text::json, ended_at = clock_timestamp()
                 where run_id = $1 and state = 'running'
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(run, state, json(report)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> cancel() {
        return pool.query(
                        "update rebuild set state = 'cancelled', ended_at = clock_timestamp() where state = 'running'")
                .execute()
                .map(ended -> ended.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Rebuild>> current() {
        String sql = """
                select case when state = 'running' and beat_at < clock_timestamp() - %s then 'lost' else state end as state,
                       author, reason, wanted::text as wanted, report::text as report, started_at, ended_at
                  from rebuild where run_id is not null
                """.formatted(LOST);
        return pool.query(sql)
                .execute()
                .map(rows -> list(rows, PgRebuildRows::rebuild).stream().findFirst());
    }

    private static Rebuild rebuild(Row row) {
        return new Rebuild(
                row.getString("state"),
                row.getString("author"),
                row.getString("reason"),
                read(row.getString("wanted"), Wanted.class),
                row.getOffsetDateTime("started_at").toInstant(),
                instant(row, "ended_at"),
                read(row.getString("report"), RebuildReport.class));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public Uni<Void> forgetDifferences() {
        return pool.query("delete from rebuild_difference").execute().replaceWithVoid();
    }

    @Override
    public Uni<Void> addDifferences(Collection<Difference> differences) {
        if (differences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String sql = """
                insert into rebuild_difference (account_id, partition, reason, difference)
                select account_id, partition, reason, difference::json
                  from unnest($1::text[], $2::int[], $3::text[], $4::text[])
                    as d (account_id, partition, reason, difference)
                """;
        Tuple arguments = Tuple.of(
                texts(differences, Difference::accountId),
                differences.stream().map(Difference::partition).toArray(Integer[]::new),
                texts(differences, Difference::reason),
                texts(differences, PgRebuildRows::json));
        return pool.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private static String[] texts(Collection<Difference> differences, Function<Difference, String> column) {
        return differences.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Uni<Void> removeDifferences(Collection<String> accountIds) {
        return pool.preparedQuery("delete from rebuild_difference where account_id = any($1)")
                .execute(Tuple.of(accountIds.toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Difference>> differences(@Nullable String reason, String after, int limit) {
        String sql = """
                select difference::text as difference from rebuild_difference
                 where account_id > $1 and ($2::text is null or reason = $2)
                 order by account_id limit $3
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.from(new @Nullable Object[] {after, reason, limit}))
                .map(rows -> list(rows, row -> read(row.getString("difference"), Difference.class)));
    }

    @Override
    public Uni<List<String>> differing(int partition, String after, int limit) {
        String sql = """
                select account_id from rebuild_difference
                 where partition = $1 and account_id > $2
                 order by account_id limit $3
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(partition, after, limit))
                .map(rows -> list(rows, row -> row.getString("account_id")));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> item) {
        List<T> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(item.apply(row)));
        return items;
    }

    static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, Class<T> type) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
