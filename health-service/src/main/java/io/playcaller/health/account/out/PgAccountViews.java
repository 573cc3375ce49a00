package io.playcaller.health.account.out;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountHealth;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.After;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.app.AccountViews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link AccountViews} in PostgreSQL. Lists go by key, not by offset, so that a page costs the same wherever it begins. */
@ApplicationScoped
class PgAccountViews implements AccountViews {

    private static final int RECENT_CHANGES = 30;
    private static final int OPEN_SIGNALS = 100;

    private final Pool pool;

    PgAccountViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<AccountSummary>> accounts(AccountFilter filter, @Nullable After after, int limit) {
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            filter.grade(), filter.segment(), value(after), after == null ? null : after.id(), limit + 1
        });
        return pool.preparedQuery(accountsSql(filter.order()))
                .execute(arguments)
                .map(rows -> page(rows, limit, AccountRows::summary, PgAccountViews::accountEnd));
    }

    /** {@code %1$s} is the order's column, {@code %2$s} its comparison, {@code %3$s} its direction: constants all. */
    private static String accountsSql(AccountOrder order) {
        String column = switch (order) {
            case WORST, BEST -> "a.score";
            case SMALLEST, LARGEST -> "coalesce(a.arr_minor, -1)";
        };
        boolean ascending = order == AccountOrder.WORST || order == AccountOrder.SMALLEST;
        return """
                select a.account_id, a.name, a.score, a.grade, a.segment, a.arr_minor, a.arr_currency, a.changed_at,
                       %1$s::bigint as order_value,
                       (select count(*) from signal s where s.account_id = a.account_id and s.is_open)::int as open_signals
                  from account_state a
                 where a.score is not null
                   and ($1::text is null or a.grade = $1)
                   and ($2::text is null or a.segment = $2)
                   and ($3::bigint is null or (%1$s, a.account_id) %2$s ($3, $4::text))
                 order by %1$s %3$s, a.account_id %3$s
                 limit $5
                """.formatted(column, ascending ? ">" : "<", ascending ? "asc" : "desc");
    }

    @Override
    public Uni<Optional<AccountHealth>> health(String accountId) {
        String sql =
                "select name, health::text as health from account_state where account_id = $1 and health is not null";
        return pool.preparedQuery(sql).execute(Tuple.of(accountId)).flatMap(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row row = rows.iterator().next();
            return withSignalsAndHistory(accountId, row).map(Optional::of);
        });
    }

    private Uni<AccountHealth> withSignalsAndHistory(String accountId, Row row) {
        HealthChanged newest = AccountRows.json(row, "health", HealthChanged.class);
        String name = row.getString("name");
        return Uni.combine()
                .all()
                .unis(
                        signals(accountId, true, null, OPEN_SIGNALS),
                        history(accountId, new Period(null, null), null, RECENT_CHANGES))
                .asTuple()
                .map(both -> new AccountHealth(
                        newest, name, both.getItem1().items(), both.getItem2().items()));
    }

    @Override
    public Uni<Page<PastChange>> history(String accountId, Period period, @Nullable After after, int limit) {
        String sql = """
                select rev, valid_from, known_at, score, previous_score, grade, previous_grade, confidence,
                       contributions::text as contributions, model_version
                  from health_history
                 where account_id = $1
                   and ($2::timestamptz is null or valid_from >= $2)
                   and ($3::timestamptz is null or valid_from < $3)
                   and ($4::bigint is null or rev < $4)
                 order by rev desc
                 limit $5
                """;
        Tuple arguments = Tuple.from(
                new @Nullable Object[] {accountId, time(period.from()), time(period.to()), value(after), limit + 1});
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> page(rows, limit, AccountRows::change, row -> new After(row.getLong("rev"), "")));
    }

    @Override
    public Uni<Page<SignalChanged>> signals(
            @Nullable String accountId, boolean openOnly, @Nullable After after, int limit) {
        String sql = """
                select episode_id, signal::text as signal, (extract(epoch from opened_at) * 1000000)::bigint as opened_micros
                  from signal
                 where ($1::text is null or account_id = $1)
                   and (not $2 or is_open)
                   and ($3::bigint is null
                        or (opened_at, episode_id) < (timestamptz 'epoch' + $3 * interval '1 microsecond', $4::uuid))
                 order by opened_at desc, episode_id desc
                 limit $5
                """;
        Tuple arguments = Tuple.from(
                new @Nullable Object[] {accountId, openOnly, value(after), after == null ? null : after.id(), limit + 1
                });
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> page(
                        rows,
                        limit,
                        row -> AccountRows.json(row, "signal", SignalChanged.class),
                        row -> new After(
                                row.getLong("opened_micros"),
                                row.getUUID("episode_id").toString())));
    }

    /** One row more than asked for was read: it says that there is a next page. */
    private static <T> Page<T> page(RowSet<Row> rows, int limit, Function<Row, T> item, Function<Row, After> end) {
        List<Row> found = new ArrayList<>();
        rows.forEach(found::add);
        return Page.of(found, limit, row -> cursor(end.apply(row))).map(item);
    }

    private static Cursor cursor(After end) {
        return new Cursor(Long.toString(end.value()), end.id());
    }

    private static After accountEnd(Row row) {
        return new After(row.getLong("order_value"), row.getString("account_id"));
    }

    private static @Nullable Long value(@Nullable After after) {
        return after == null ? null : (Long) after.value();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
