package io.playcaller.forecast.ledger.out;

import io.playcaller.forecast.engine.ledger.AccountTree;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.Map;

/** Which accounts are one by merges, by the table {@code account}. There are few: all are read. */
public final class MergeRows {

    private static final String MERGED = "select account_id, merged_into from account where merged_into is not null";

    private MergeRows() {}

    /** The merges that are in force. */
    public static Uni<AccountTree> read(SqlClient client) {
        return client.preparedQuery(MERGED).execute().map(rows -> {
            Map<String, String> mergedInto = new HashMap<>();
            rows.forEach(row -> mergedInto.put(row.getString("account_id"), row.getString("merged_into")));
            return new AccountTree(Map.of(), mergedInto);
        });
    }
}
