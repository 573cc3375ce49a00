package io.playcaller.health.account.out;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountPlace;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.AccountTotals;
import io.playcaller.health.account.app.AccountLists;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link AccountLists} in PostgreSQL. */
@ApplicationScoped
class PgAccountLists implements AccountLists {

    private final Pool pool;

    PgAccountLists(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<AccountSummary>> page(
            AccountFilter filter,
            AccountOrder order,
            @Nullable AccountPlace after,
            int limit,
            Function<AccountPlace, Cursor> cursor) {
        AccountPage page = new AccountPage(filter, order, after, limit + 1);
        return pool.preparedQuery(page.sql()).execute(page.arguments()).map(rows -> {
            List<Row> found = new ArrayList<>();
            rows.forEach(found::add);
            return Page.of(found, limit, row -> cursor.apply(place(row))).map(AccountRows::summary);
        });
    }

    private static AccountPlace place(Row row) {
        return new AccountPlace(
                row.getInteger("score") != null, row.getLong("order_value"), row.getString("account_id"));
    }

    @Override
    public Uni<AccountTotals> totals(AccountFilter filter) {
        Conditions conditions = Conditions.of(filter);
        String sql = """
                select a.grade, a.arr_currency, a.merged_into is not null as merged, count(*) as accounts,
                       sum(a.arr_minor)::bigint as arr_minor
                  from account_listed a
                 where true %s
                 group by 1, 2, 3
                """.formatted(conditions.sql());
        return pool.preparedQuery(sql).execute(conditions.values()).map(rows -> {
            TotalsSoFar totals = new TotalsSoFar();
            rows.forEach(totals::add);
            return totals.whole();
        });
    }
}
