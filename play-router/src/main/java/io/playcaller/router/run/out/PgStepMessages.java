package io.playcaller.router.run.out;

import io.playcaller.router.run.StepMessages;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How far the messages of digital steps are. What was lost on its way may have arrived, and counts as sent. */
@ApplicationScoped
public class PgStepMessages {

    private static final String OF_RUNS = """
            select play_run_id, step,
                   count(*) filter (where state in ('waiting', 'sending')),
                   count(*) filter (where state in ('sent', 'lost')),
                   count(*) filter (where came_back),
                   min(sentence) filter (where state in ('skipped', 'bounced', 'failed'))
            from digital_message where play_run_id = any($1) group by play_run_id, step""";

    /** By run, then by the key of the step; what has no message is not in the answer. */
    public Uni<Map<UUID, Map<String, StepMessages>>> ofRuns(Transaction tx, Collection<UUID> runs) {
        return tx.connection()
                .preparedQuery(OF_RUNS)
                .execute(Tuple.of((Object) runs.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Map<String, StepMessages>> found = new HashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getUUID(0), any -> new HashMap<>())
                            .put(row.getString(1), messages(row)));
                    return found;
                });
    }

    private static StepMessages messages(Row row) {
        return new StepMessages(
                Math.toIntExact(row.getLong(2)),
                Math.toIntExact(row.getLong(3)),
                Math.toIntExact(row.getLong(4)),
                row.getString(5));
    }
}
