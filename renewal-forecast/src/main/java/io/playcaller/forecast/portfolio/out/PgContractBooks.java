package io.playcaller.forecast.portfolio.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.portfolio.ContractBook;
import io.playcaller.forecast.portfolio.app.ContractBooks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The table {@code contract_book}. */
@ApplicationScoped
public class PgContractBooks implements ContractBooks {

    private static final String OF = """
            select contract_id, account_id, body from contract_book
            where account_id = any($1::text[])
            order by contract_id""";

    private static final String WRITE = """
            insert into contract_book (contract_id, account_id, body)
            select * from unnest($1::text[], $2::text[], $3::text[])
            on conflict (contract_id) do update
            set account_id = excluded.account_id, body = excluded.body, changed = excluded.changed""";

    @Override
    public Uni<List<Told>> of(SqlConnection transaction, Collection<String> accountIds) {
        return transaction
                .preparedQuery(OF)
                .execute(Tuple.of(accountIds.toArray(String[]::new)))
                .map(rows -> {
                    List<Told> told = new ArrayList<>(rows.size());
                    rows.forEach(row -> told.add(new Told(
                            row.getString("contract_id"), row.getString("account_id"), book(row.getString("body")))));
                    return told;
                });
    }

    @Override
    public Uni<Void> write(SqlConnection transaction, List<Told> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.wrap(new Object[] {
            column(changed, Told::contractId),
            column(changed, Told::accountId),
            column(changed, told -> new String(WireJson.write(told.book()), StandardCharsets.UTF_8))
        });
        return transaction.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }

    /** A book as it is stored. */
    static ContractBook book(String body) {
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), ContractBook.class);
    }

    private static String[] column(List<Told> told, Function<Told, String> value) {
        return told.stream().map(value).toArray(String[]::new);
    }
}
