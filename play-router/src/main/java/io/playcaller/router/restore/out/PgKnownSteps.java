package io.playcaller.router.restore.out;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How far this database is with tasks. */
@ApplicationScoped
public class PgKnownSteps {

    private static final String KNOWN = "select task_id, rev from task where task_id = any($1)";

    /** Rev by task; a task that is not there is not in the answer. */
    public Uni<Map<UUID, Long>> of(Transaction tx, Collection<UUID> taskIds) {
        return tx.connection()
                .preparedQuery(KNOWN)
                .execute(Tuple.of((Object) taskIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Long> known = new HashMap<>();
                    rows.forEach(row -> known.put(row.getUUID(0), row.getLong(1)));
                    return known;
                });
    }
}
