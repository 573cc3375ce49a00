package io.playcaller.health.models.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.health.models.Shadow;
import io.playcaller.health.models.ShadowComparison;
import io.playcaller.health.models.ShadowDifference;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Shadows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@link Shadows} in PostgreSQL. The row of what is in force is locked before that of what is in shadow, as an activation does it:
 * no model is both.
 */
@ApplicationScoped
class PgShadows implements Shadows {

    private static final String CURRENT = """
            select s.hash, m.version, s.since, s.author, s.reason
              from model_shadow s join model m on m.hash = s.hash
            """;

    private final Pool pool;
    private final BusinessClock clock;

    PgShadows(Pool pool, BusinessClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Shadow>> current() {
        return current(pool, CURRENT);
    }

    private static Uni<Optional<Shadow>> current(SqlClient client, String sql) {
        return client.query(sql)
                .execute()
                .map(rows -> stream(rows).map(PgShadows::shadow).findFirst());
    }

    @Override
    public Uni<Optional<Shadow>> put(Order order) {
        return pool.withTransaction(transaction -> transaction
                .query("select hash from model_in_force for share")
                .execute()
                .chain(rows -> order.hash().equals(rows.iterator().next().getString("hash"))
                        ? Uni.createFrom().item(Optional.<Shadow>empty())
                        : putThere(transaction, order)));
    }

    private Uni<Optional<Shadow>> putThere(SqlConnection transaction, Order order) {
        String sql = """
                update model_shadow set hash = $1, since = $2, author = $3, reason = $4 where hash is distinct from $1
                """;
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(order.hash(), now(), order.author(), order.reason()))
                .chain(changed -> changed.rowCount() == 0 ? Uni.createFrom().voidItem() : forget(transaction))
                .chain(() -> current(transaction, CURRENT));
    }

    @Override
    public Uni<Optional<Shadow>> end(String author, String reason) {
        return pool.withTransaction(transaction -> current(transaction, CURRENT + " for update of s")
                .chain(was -> was.isEmpty()
                        ? Uni.createFrom().item(was)
                        : end(transaction, author, reason).replaceWith(was)));
    }

    private Uni<Void> end(SqlConnection transaction, String author, String reason) {
        return transaction
                .preparedQuery("update model_shadow set hash = null, since = $1, author = $2, reason = $3")
                .execute(Tuple.of(now(), author, reason))
                .chain(() -> forget(transaction));
    }

    /** At once, however many there are; waits for the fold's transactions that are just committing. */
    private static Uni<Void> forget(SqlConnection transaction) {
        return transaction.query("truncate shadow_score").execute().replaceWithVoid();
    }

    @Override
    public Uni<ShadowComparison> compare(Shadow shadow) {
        String sql = """
                select s.account_id is not null as compared, a.grade as in_force, s.grade as shadow, count(*) as accounts,
                       count(s.score - a.score) as scored,
                       coalesce(sum(s.score - a.score), 0)::bigint as difference,
                       coalesce(sum(abs(s.score - a.score)), 0)::bigint as distance
                  from account_state a
                  left join shadow_score s on s.account_id = a.account_id and s.rev = a.rev and s.model_hash = $1
                 where a.merged_into is null
                 group by 1, 2, 3
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(shadow.hash()))
                .map(rows ->
                        ShadowComparison.of(stream(rows).map(PgShadows::group).toList()));
    }

    @Override
    public Uni<List<ShadowDifference>> differences(Shadow shadow, @Nullable After after, int limit) {
        String sql = """
                select * from (
                  select a.account_id, a.name, a.score, a.grade, s.score as shadow_score, s.grade as shadow_grade,
                         s.score - a.score as difference, abs(s.score - a.score)::bigint as distance, s.known_at
                    from account_state a
                    join shadow_score s on s.account_id = a.account_id and s.rev = a.rev and s.model_hash = $1
                   where a.merged_into is null and s.score <> a.score) d
                 where $2::bigint is null or distance < $2 or (distance = $2 and account_id > $3::text)
                 order by distance desc, account_id limit $4
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            shadow.hash(), after == null ? null : after.distance(), after == null ? null : after.accountId(), limit
        });
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> stream(rows).map(PgShadows::difference).toList());
    }

    private static Shadow shadow(Row row) {
        return new Shadow(
                row.getString("hash"),
                row.getString("version"),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("author"),
                row.getString("reason"));
    }

    private static ShadowComparison.Group group(Row row) {
        return new ShadowComparison.Group(
                row.getBoolean("compared"),
                row.getString("in_force"),
                row.getString("shadow"),
                row.getLong("accounts"),
                row.getLong("scored"),
                row.getLong("difference"),
                row.getLong("distance"));
    }

    private static ShadowDifference difference(Row row) {
        return new ShadowDifference(
                row.getString("account_id"),
                row.getString("name"),
                row.getLong("score"),
                row.getString("grade"),
                row.getLong("shadow_score"),
                row.getString("shadow_grade"),
                row.getLong("difference"),
                row.getOffsetDateTime("known_at").toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
