package io.playcaller.router.run.out;

import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What exits of plays ask of customers. */
@ApplicationScoped
public class PgCustomers {

    private static final String FACTS =
            "select account_id, facts::text from account where account_id = any($1) and facts is not null";

    /** By account; those of which nothing was told are not in the answer. */
    public Uni<Map<String, CustomerFacts>> facts(Transaction tx, Collection<String> accounts) {
        return tx.connection()
                .preparedQuery(FACTS)
                .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, CustomerFacts> facts = new HashMap<>();
                    rows.forEach(
                            row -> facts.put(row.getString(0), Columns.read(row.getString(1), CustomerFacts.class)));
                    return facts;
                });
    }
}
