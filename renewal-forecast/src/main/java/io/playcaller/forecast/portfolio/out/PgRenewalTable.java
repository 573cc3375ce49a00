package io.playcaller.forecast.portfolio.out;

import io.playcaller.chassis.check.SharedQuestion;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewal;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.app.RenewalTable;
import io.playcaller.forecast.renewal.Categories;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads all open forecasts with what their accounts are, in one statement, and keeps them for a moment: a reading costs the
 * same whether one or a hundred ask, and whatever committed before it began is in it. Rows are put together on a worker
 * thread.
 */
@ApplicationScoped
public class PgRenewalTable implements RenewalTable {

    private static final Duration FRESH = Duration.ofMillis(300);

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as today";

    static final String RENEWALS = """
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id
            from forecast
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join (
                    select distinct on (account_id) account_id, staff_id
                    from account_owner
                    where role = 'csm' and from_day <= $1 and (until_day is null or until_day > $1)
                    order by account_id, from_day desc, staff_id) owner on owner.account_id = forecast.account_id
            where forecast.open
            order by forecast.contract_id""";

    private static final String PRODUCTS = """
            select contract.contract_id, line ->> 'productId' as product, sum((line -> 'arr' ->> 'minor')::bigint)::bigint as arr
            from contract cross join lateral jsonb_array_elements(contract.body::jsonb -> 'lines') as line
            where contract.open
            group by 1, 2""";

    private final Pool pool;
    private final SharedQuestion<Renewals> reading = new SharedQuestion<>(this::read);
    private volatile @Nullable Kept kept;

    PgRenewalTable(Pool pool) {
        this.pool = pool;
    }

    /** @param at of {@code System.nanoTime()}, when its reading began */
    private record Kept(long at, Renewals renewals) {}

    @Override
    public Uni<Renewals> now() {
        Kept last = kept;
        return last != null && System.nanoTime() - last.at() < FRESH.toNanos()
                ? Uni.createFrom().item(last.renewals())
                : reading.ask();
    }

    @Override
    public Uni<Map<String, Map<String, Long>>> products() {
        return pool.query(PRODUCTS)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    Map<String, Map<String, Long>> byContract = new HashMap<>();
                    rows.forEach(row -> byContract
                            .computeIfAbsent(row.getString("contract_id"), id -> new TreeMap<>())
                            .put(row.getString("product"), row.getLong("arr")));
                    return byContract;
                });
    }

    private Uni<Renewals> read() {
        long began = System.nanoTime();
        return pool.query(TODAY)
                .execute()
                .map(rows -> rows.iterator().next().getLocalDate("today"))
                .chain(today -> pool.preparedQuery(RENEWALS)
                        .execute(Tuple.of(today))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(rows -> renewals(today, rows)))
                .invoke(renewals -> kept = new Kept(began, renewals));
    }

    private static Renewals renewals(LocalDate today, RowSet<Row> rows) {
        List<Renewal> all = new ArrayList<>(rows.size());
        Map<Traits, Traits> known = new HashMap<>();
        for (Row row : rows) {
            Traits traits = new Traits(said(row, 9), said(row, 10), said(row, 11), said(row, 12), By.UNKNOWN);
            all.add(new Renewal(
                    row.getString(0),
                    row.getString(1),
                    row.getLocalDate(2),
                    Categories.of(row.getString(3)).orElse(Category.UNKNOWN),
                    row.getString(4),
                    new ContractOutlook(row.getLong(5), row.getInteger(6), row.getInteger(7), row.getInteger(8)),
                    known.computeIfAbsent(traits, same -> same)));
        }
        return new Renewals(today, all);
    }

    private static String said(Row row, int column) {
        String value = row.getString(column);
        return value == null ? By.UNKNOWN : value;
    }
}
