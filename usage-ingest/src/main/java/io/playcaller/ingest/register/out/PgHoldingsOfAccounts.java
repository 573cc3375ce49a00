package io.playcaller.ingest.register.out;

import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.register.AccountHoldings;
import io.playcaller.ingest.register.AccountHoldings.People;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.app.HoldingsOfAccounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PgHoldingsOfAccounts implements HoldingsOfAccounts {

    private static final String RECORDS = """
            select split_part(record_key, '/', 1), count(*) from register_record where account_id = $1 group by 1
            """;

    private static final String PEOPLE = """
            with mine as (
              select person_id, bool_or(account_id = $2) as of_the_other
              from person_edge
              where account_id in ($1, $2) and ended_at is null
              group by person_id
              having bool_or(account_id = $1))
            select count(*), count(*) filter (where account_id = $1), count(*) filter (where of_the_other)
            from mine join person using (person_id)
            where same_as is null
            """;

    private static final String PAGE = """
            select record_key, record from register_record
            where account_id = $1 and record_key > $2 and (record_key like 'contract/%' or record_key like 'domain/%')
            order by record_key limit $3
            """;

    private static final int PAGE_ROWS = 100;

    private final Pool pool;

    PgHoldingsOfAccounts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<AccountHoldings> of(String accountId, String other, LocalDate on) {
        return records(accountId)
                .flatMap(records -> people(accountId, other)
                        .flatMap(people -> read(accountId, "", AccountHoldings.of(records, people), on)));
    }

    private Uni<Map<String, Long>> records(String accountId) {
        return pool.preparedQuery(RECORDS).execute(Tuple.of(accountId)).map(rows -> {
            Map<String, Long> counts = new HashMap<>();
            for (Row row : rows) {
                counts.put(row.getString(0), row.getLong(1));
            }
            return counts;
        });
    }

    private Uni<People> people(String accountId, String other) {
        return pool.preparedQuery(PEOPLE).execute(Tuple.of(accountId, other)).map(rows -> {
            Row row = rows.iterator().next();
            return new People(row.getLong(0), row.getLong(1), row.getLong(2));
        });
    }

    private Uni<AccountHoldings> read(String accountId, String after, AccountHoldings sum, LocalDate on) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(accountId, after, PAGE_ROWS))
                .map(rows -> Rows.all(rows, row -> StoredRecord.read(row.getString(0), row.getString(1))))
                .flatMap(page -> {
                    AccountHoldings next = plus(sum, page, on);
                    return page.size() < PAGE_ROWS
                            ? Uni.createFrom().item(next)
                            : read(accountId, page.get(PAGE_ROWS - 1).key(), next, on);
                });
    }

    private static AccountHoldings plus(AccountHoldings sum, List<Entry> page, LocalDate on) {
        AccountHoldings next = sum;
        for (Entry entry : page) {
            next = next.plus(entry.record(), on);
        }
        return next;
    }
}
