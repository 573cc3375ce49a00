package io.playcaller.health.account.out;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountHealth;
import io.playcaller.health.account.AccountHealth.Merges;
import io.playcaller.health.account.After;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.Seen;
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
    private static final int MERGED_HERE = 100;

    /** Merges make no circle; the bound is for two of which only one is known yet. */
    private static final String ACCOUNT = """
            with recursive chain (into_id, depth) as (
                select merged_into, 1 from account_state where account_id = $1 and merged_into is not null
                union all
                select a.merged_into, chain.depth + 1
                  from chain join account_state a on a.account_id = chain.into_id
                 where a.merged_into is not null and chain.depth < 50
            )
            select a.name, a.score, a.health::text as health, a.no_score, a.merged_into, a.merged_since,
                   exists (select 1 from quarantine q where q.account_id = a.account_id) as quarantined,
                   (select into_id from chain order by depth desc limit 1) as merges_end,
                   array(select m.account_id from account_state m where m.merged_into = $1
                          order by m.account_id limit $2::int) as merged_here
              from account_listed a
             where a.account_id = $1
            """;

    private final Pool pool;

    PgAccountViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<AccountHealth>> health(String accountId) {
        return pool.preparedQuery(ACCOUNT)
                .execute(Tuple.of(accountId, MERGED_HERE))
                .flatMap(rows -> {
                    if (rows.rowCount() == 0) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    Row row = rows.iterator().next();
                    return withSignalsAndHistory(accountId, row).map(Optional::of);
                });
    }

    private Uni<AccountHealth> withSignalsAndHistory(String accountId, Row row) {
        boolean scored = row.getInteger("score") != null;
        HealthChanged newest = scored ? AccountRows.json(row, "health", HealthChanged.class) : null;
        Merges merges = new Merges(
                AccountRows.mergedInto(row, row.getString("merges_end")),
                List.of(row.getArrayOfStrings("merged_here")));
        return Uni.combine()
                .all()
                .unis(
                        signals(accountId, true, null, OPEN_SIGNALS),
                        history(accountId, new Period(null, null), Seen.ALL, null, RECENT_CHANGES))
                .asTuple()
                .map(both -> new AccountHealth(
                        accountId,
                        newest,
                        scored ? null : AccountRows.noScore(row),
                        row.getString("name"),
                        merges,
                        both.getItem1().items(),
                        both.getItem2().items()));
    }

    @Override
    public Uni<Page<PastChange>> history(String accountId, Period period, Seen seen, @Nullable After after, int limit) {
        String sql = """
                select rev, valid_from, known_at, score, previous_score, grade, previous_grade, confidence,
                       said, contributions::text as contributions, dimensions::text as dimensions, model_version, computed
                  from health_history
                 where account_id = $1
                   and ($2::timestamptz is null or valid_from >= $2)
                   and ($3::timestamptz is null or valid_from < $3)
                   and ($4::timestamptz is null or valid_from <= $4)
                   and ($5::timestamptz is null or known_at <= $5)
                   and ($6::bigint is null or rev < $6)
                 order by rev desc
                 limit $7
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            accountId,
            time(period.from()),
            time(period.to()),
            time(seen.asOf()),
            time(seen.knownAt()),
            value(after),
            limit + 1
        });
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

    private static @Nullable Long value(@Nullable After after) {
        return after == null ? null : (Long) after.value();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
