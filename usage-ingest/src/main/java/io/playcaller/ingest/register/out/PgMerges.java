package io.playcaller.ingest.register.out;

import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.identity.app.Merges;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PgMerges implements Merges {

    private static final String IN_FORCE = "select account_id, into_id from account_merge where undone_at is null";

    private static final String EVER = """
            with recursive place (account_id) as (
              select $1::text
              union
              select into_id from account_merge join place using (account_id))
            select account_id from place
            """;

    private final Pool pool;

    PgMerges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<MergedAccounts> inForce() {
        return pool.query(IN_FORCE).execute().map(rows -> {
            Map<String, String> merges = new HashMap<>();
            for (Row row : rows) {
                merges.put(row.getString(0), row.getString(1));
            }
            return MergedAccounts.following(merges);
        });
    }

    @Override
    public Uni<List<String>> ever(String accountId) {
        return pool.preparedQuery(EVER)
                .execute(Tuple.of(accountId))
                .map(rows -> Rows.all(rows, row -> row.getString(0)));
    }
}
