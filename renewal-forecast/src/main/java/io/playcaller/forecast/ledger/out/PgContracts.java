package io.playcaller.forecast.ledger.out;

import io.playcaller.chassis.check.SharedQuestion;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.ledger.SharedValues;
import io.playcaller.forecast.ledger.app.Contracts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The table {@code contract}. All of it is read page by page, so that of 100,000 contracts no more than one page is held twice, as text
 * and as records, whose equal parts are one ({@link SharedValues}); in one snapshot, so that a contract and the one that goes on from it are both there or neither. A page is as
 * large as an event loop may be held for.
 */
@ApplicationScoped
public class PgContracts implements Contracts {

    private static final int PAGE = 1_000;

    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private static final String AFTER = """
            select contract_id, body from contract where contract_id > $1 order by contract_id limit $2""";

    private static final String OF_ACCOUNTS = """
            select contract_id, body from contract where account_id = any($1::text[]) order by contract_id""";

    private final Pool pool;
    private final SharedQuestion<List<ContractRecord>> reading = new SharedQuestion<>(this::read);

    PgContracts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ContractRecord>> all() {
        return reading.ask();
    }

    @Override
    public Uni<List<ContractRecord>> of(Collection<String> accountIds) {
        return pool.preparedQuery(OF_ACCOUNTS)
                .execute(Tuple.of(accountIds.toArray(String[]::new)))
                .map(rows -> {
                    Reading reading = new Reading();
                    reading.add(rows);
                    return reading.standing;
                });
    }

    private Uni<List<ContractRecord>> read() {
        Reading all = new Reading();
        return pool.withTransaction(transaction ->
                        transaction.query(ONE_SNAPSHOT).execute().chain(() -> pages(transaction, "", all)))
                .replaceWith(() -> all.standing);
    }

    private static Uni<Void> pages(SqlConnection transaction, String after, Reading all) {
        return transaction
                .preparedQuery(AFTER)
                .execute(Tuple.of(after, PAGE))
                .map(all::add)
                .chain(last -> last.isEmpty() ? Uni.createFrom().voidItem() : pages(transaction, last, all));
    }

    /** What was read so far; by one thread at a time. */
    private static final class Reading {

        private final List<ContractRecord> standing = new ArrayList<>();
        private final SharedValues shared = new SharedValues();

        /** The id of the last one; empty where the page is not full. */
        String add(RowSet<Row> rows) {
            String last = "";
            for (Row row : rows) {
                ContractRecord contract =
                        WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), ContractRecord.class);
                if (contract.stands()) {
                    standing.add(shared.of(contract));
                }
                last = row.getString("contract_id");
            }
            return rows.size() < PAGE ? "" : last;
        }
    }
}
