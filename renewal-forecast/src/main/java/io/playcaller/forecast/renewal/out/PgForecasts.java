package io.playcaller.forecast.renewal.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.Categories;
import io.playcaller.forecast.renewal.ForecastChanges;
import io.playcaller.forecast.renewal.StoredForecast;
import io.playcaller.forecast.renewal.app.Forecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A statement per kind, each with the whole set. */
@ApplicationScoped
public class PgForecasts implements Forecasts {

    private static final String KNOWN = """
            insert into account_lock (account_id) select * from unnest($1::text[]) on conflict do nothing""";

    private static final String LOCK = """
            select account_id from account_lock where account_id = any($1::text[]) order by account_id for update""";

    /** By the account that the contract has now: it may have had another. */
    private static final String STORED = """
            select contract.account_id, forecast.rev, forecast.open, forecast.body
            from forecast join contract using (contract_id)
            where contract.account_id = any($1::text[])
            order by contract_id""";

    private static final String WRITE = """
            insert into forecast (contract_id, account_id, rev, open, as_of, renewal_on, category, arr_minor, currency,
                renews, contracts, expands, body, inputs, shares, told_at, told_rev)
            select contract_id, account_id, rev, true, as_of, renewal_on, category, arr_minor, currency,
                renews, contracts, expands, body, inputs, shares, as_of, rev
            from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::date[], $6::text[], $7::bigint[],
                    $8::text[], $9::int[], $10::int[], $11::int[], $12::text[], $13::text[],
                    $14::text[])
                as next (contract_id, account_id, rev, as_of, renewal_on, category, arr_minor, currency,
                    renews, contracts, expands, body, inputs, shares)
            on conflict (contract_id) do update
            set account_id = excluded.account_id, rev = excluded.rev, open = true, as_of = excluded.as_of,
                renewal_on = excluded.renewal_on, category = excluded.category, arr_minor = excluded.arr_minor,
                currency = excluded.currency, renews = excluded.renews, contracts = excluded.contracts,
                expands = excluded.expands, body = excluded.body, inputs = excluded.inputs,
                shares = excluded.shares, told_at = excluded.told_at, told_rev = forecast.told_rev + 1,
                changed = excluded.changed
            where forecast.rev < excluded.rev""";

    private static final String END = """
            update forecast set open = false, rev = rev + 1, changed = pg_current_xact_id()::text::bigint
            where contract_id = any($1::text[])""";

    @Override
    public Uni<NavigableSet<String>> together(SqlConnection transaction, Collection<String> accountIds) {
        return MergeRows.read(transaction).map(merged -> merged.together(accountIds));
    }

    @Override
    public Uni<Void> lock(SqlConnection transaction, Collection<String> accountIds) {
        Tuple ids = Tuple.of(accountIds.stream().sorted().toArray(String[]::new));
        return transaction
                .preparedQuery(KNOWN)
                .execute(ids)
                .chain(() -> transaction.preparedQuery(LOCK).execute(ids))
                .replaceWithVoid();
    }

    @Override
    public Uni<Instant> now(SqlConnection transaction) {
        return transaction
                .query("select playcaller_now() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    @Override
    public Uni<List<AccountInputs>> inputs(SqlConnection transaction, Collection<String> accountIds) {
        return InputRows.read(transaction, accountIds);
    }

    @Override
    public Uni<Map<String, List<StoredForecast>>> stored(SqlConnection transaction, Collection<String> accountIds) {
        return transaction
                .preparedQuery(STORED)
                .execute(Tuple.of(accountIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<StoredForecast>> byAccount = new HashMap<>();
                    rows.forEach(row -> byAccount
                            .computeIfAbsent(row.getString("account_id"), id -> new ArrayList<>())
                            .add(stored(row)));
                    return byAccount;
                });
    }

    @Override
    public Uni<Void> write(SqlConnection transaction, ForecastChanges changes) {
        return write(transaction, changes.changed()).chain(() -> end(transaction, changes.ended()));
    }

    @Override
    public Uni<Void> problems(SqlConnection transaction, Map<String, List<LedgerProblem>> byAccount, Instant now) {
        return ProblemRows.replace(transaction, byAccount, now);
    }

    private static Uni<Void> write(SqlConnection transaction, List<StoredForecast.Next> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.wrap(new Object[] {
            column(all, next -> next.forecast().contractId(), String[]::new),
            column(all, next -> next.forecast().accountId(), String[]::new),
            column(all, StoredForecast.Next::rev, Long[]::new),
            column(all, next -> next.forecast().asOf().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
            column(all, next -> next.forecast().renewalOn(), LocalDate[]::new),
            column(all, next -> Categories.key(next.forecast().category()), String[]::new),
            column(all, next -> next.forecast().arr().minor(), Long[]::new),
            column(all, next -> next.forecast().arr().currency(), String[]::new),
            column(all, next -> next.forecast().renews(), Integer[]::new),
            column(all, next -> next.forecast().contracts(), Integer[]::new),
            column(all, next -> next.forecast().expands(), Integer[]::new),
            column(all, next -> json(next.forecast()), String[]::new),
            column(all, next -> json(next.situation()), String[]::new),
            column(all, next -> json(AmountShares.of(next.forecast().shares()).told()), String[]::new)
        });
        return transaction.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> end(SqlConnection transaction, List<StoredForecast> ended) {
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] ids = column(ended, gone -> gone.forecast().contractId(), String[]::new);
        return transaction.preparedQuery(END).execute(Tuple.of(ids)).replaceWithVoid();
    }

    private static StoredForecast stored(Row row) {
        return new StoredForecast(
                row.getLong("rev"),
                row.getBoolean("open"),
                WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), RenewalForecast.class));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String json(Record data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }
}
