package io.playcaller.router.staff.out;

import io.playcaller.router.staff.Books.Count;
import io.playcaller.router.staff.TierCoverage;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts who serves how many accounts, and remembers since when a book is too full. */
@ApplicationScoped
public class PgBooks {

    /** Accounts under contract, by tier and by who holds today the role that serves it. */
    private static final String COUNT = """
            select account.tier, owner.staff_id, count(*)
            from unnest($1::text[], $2::text[]) as served (tier, role)
            join account on account.tier = served.tier and account.arr_minor is not null
            left join lateral (
                select held ->> 'staffId' as staff_id from jsonb_array_elements(account.owners) as held
                where held ->> 'role' = served.role and (held ->> 'from')::date <= $3
                  and (held ->> 'until' is null or (held ->> 'until')::date > $3)
                limit 1) as owner on true
            group by account.tier, owner.staff_id""";

    private static final String BEGAN = """
            insert into book_above (book, since) select book, $2::date from unnest($1::text[]) as above (book)
            on conflict (book) do nothing""";

    private static final String ENDED = "delete from book_above where book <> all ($1::text[])";

    private static final String SINCE = "select book, since from book_above";

    /** Counts as of a day. */
    public Uni<List<Count>> count(Transaction tx, Map<String, TierCoverage> tiers, LocalDate today) {
        Tuple asked = Tuple.tuple()
                .addArrayOfString(Columns.of(tiers.entrySet(), Map.Entry::getKey, String[]::new))
                .addArrayOfString(
                        Columns.of(tiers.entrySet(), tier -> tier.getValue().servedBy(), String[]::new))
                .addLocalDate(today);
        return tx.connection().preparedQuery(COUNT).execute(asked).map(rows -> {
            List<Count> counts = new ArrayList<>();
            for (Row row : rows) {
                counts.add(new Count(
                        row.getString(0), row.getString(1), row.getLong(2).intValue()));
            }
            return counts;
        });
    }

    /** These are too full, all others are not. */
    public Uni<Void> above(Transaction tx, Collection<String> books, LocalDate today) {
        String[] keys = books.stream().sorted().toArray(String[]::new);
        return tx.connection()
                .preparedQuery(ENDED)
                .execute(Tuple.of((Object) keys))
                .chain(() -> tx.connection()
                        .preparedQuery(BEGAN)
                        .execute(Tuple.tuple().addArrayOfString(keys).addLocalDate(today)))
                .replaceWithVoid();
    }

    /** Since when books are too full, by key. */
    public Uni<Map<String, LocalDate>> since(Transaction tx) {
        return tx.connection().query(SINCE).execute().map(rows -> {
            Map<String, LocalDate> since = new HashMap<>();
            rows.forEach(row -> since.put(row.getString(0), row.getLocalDate(1)));
            return since;
        });
    }
}
