package io.playcaller.forecast.snapshot.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.renewal.Categories;
import io.playcaller.forecast.snapshot.Snapshot;
import io.playcaller.forecast.snapshot.app.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables {@code forecast_snapshot} and {@code forecast_day}. */
@ApplicationScoped
public class PgSnapshots implements Snapshots {

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as day";
    private static final String FORECAST_FOR = "select day from forecast_day";
    private static final String SET_FORECAST_FOR = "update forecast_day set day = $1 where day < $1";

    private static final String ACCOUNTS = """
            select account_id
            from (
                (select distinct account_id from contract where open and account_id > $1 order by account_id limit $2)
                union
                (select distinct account_id from loss_waiting where account_id > $1 order by account_id limit $2)) due
            order by account_id
            limit $2""";

    private static final String KEEP = """
            insert into forecast_snapshot (day, contract_id, taken_at, rev, category, arr_minor, currency, renews,
                body, inputs, renewal_on)
            select $1, contract_id, playcaller_now(), rev, category, arr_minor, currency, renews, body, inputs, renewal_on
            from forecast
            where open and not exists (
                select from forecast_snapshot kept where kept.contract_id = forecast.contract_id and kept.day = $1)
            order by contract_id
            on conflict do nothing""";

    private static final String OF = """
            select day, taken_at, rev, category, arr_minor, currency, renews
            from forecast_snapshot
            where contract_id = $1 and ($2::date is null or day < $2)
            order by day desc
            limit $3""";

    private final Pool pool;

    PgSnapshots(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<LocalDate> today() {
        return pool.query(TODAY).execute().map(PgSnapshots::day);
    }

    @Override
    public Uni<LocalDate> forecastFor() {
        return pool.query(FORECAST_FOR).execute().map(PgSnapshots::day);
    }

    @Override
    public Uni<Void> forecastFor(LocalDate day) {
        return pool.preparedQuery(SET_FORECAST_FOR).execute(Tuple.of(day)).replaceWithVoid();
    }

    @Override
    public Uni<List<String>> accountsAfter(String accountId, int limit) {
        return pool.preparedQuery(ACCOUNTS)
                .execute(Tuple.of(accountId, limit))
                .map(rows -> all(rows, row -> row.getString("account_id")));
    }

    @Override
    public Uni<Integer> keep(LocalDate day) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(day)).map(SqlResult::rowCount);
    }

    @Override
    public Uni<List<Snapshot>> of(String contractId, @Nullable LocalDate before, int limit) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(contractId, before, limit))
                .map(rows -> all(rows, PgSnapshots::snapshot));
    }

    private static LocalDate day(RowSet<Row> rows) {
        return rows.iterator().next().getLocalDate("day");
    }

    private static Snapshot snapshot(Row row) {
        return new Snapshot(
                row.getLocalDate("day"),
                row.getOffsetDateTime("taken_at").toInstant(),
                row.getLong("rev"),
                new Money(row.getLong("arr_minor"), row.getString("currency")),
                row.getInteger("renews"),
                Categories.of(row.getString("category")).orElse(Category.UNKNOWN));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(reader.apply(row)));
        return all;
    }
}
