package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By which version of the rules the clocks of open tasks were laid out, and which version is in force. */
@ApplicationScoped
public class PgTaskRules {

    private static final String ANNOUNCE = """
            insert into rules_in_force (version, since) values ($1, $2)
            on conflict (one_row) do update set version = excluded.version, since = excluded.since
            where rules_in_force.version <> excluded.version""";

    private static final String IN_FORCE = "select 1 from rules_in_force where version = $1";

    /** A task that somebody works on now is left to the next round. Said in ranges, which an index answers. */
    private static final String OF_OTHER_RULES = """
            select body::text, task_id, account_id, rules_version from task
            where open and quarantined is null
              and (rules_version < $1 or rules_version > $1 or rules_version is null)
              and task_id <> all($3)
            limit $2
            for update skip locked""";

    private static final String LAID_BY = "update task set rules_version = $2 where task_id = any($1)";

    private final Pool pool;

    PgTaskRules(Pool pool) {
        this.pool = pool;
    }

    /**
     * A task, locked.
     *
     * @param rulesVersion by which its clocks were laid out; null when nobody wrote it down
     */
    public record Laid(Task task, @Nullable String rulesVersion) {}

    /** From now on this version is in force. */
    public Uni<Void> announce(Transaction tx, String version) {
        return tx.connection()
                .preparedQuery(ANNOUNCE)
                .execute(Tuple.of(version, utc(tx.now())))
                .replaceWithVoid();
    }

    /** Whether no other version was announced later. */
    public Uni<Boolean> isInForce(String version) {
        return pool.preparedQuery(IN_FORCE)
                .execute(Tuple.of(version))
                .map(rows -> rows.iterator().hasNext());
    }

    /**
     * Open tasks whose clocks were laid out by any other version.
     *
     * @param but these
     */
    public Uni<List<Laid>> ofOtherRules(Transaction tx, String version, Set<UUID> but, int atMost) {
        return tx.connection()
                .preparedQuery(OF_OTHER_RULES)
                .execute(Tuple.of(version, atMost, but.toArray(UUID[]::new)))
                .chain(rows -> PgTasks.held(tx, rows).map(held -> laid(held.tasks(), rows)));
    }

    private static List<Laid> laid(List<Task> tasks, RowSet<Row> rows) {
        Map<UUID, String> versions = new HashMap<>();
        rows.forEach(row -> versions.put(row.getUUID(1), row.getString(3)));
        return tasks.stream()
                .map(task -> new Laid(task, versions.get(task.taskId())))
                .toList();
    }

    /** Writes down that these were laid out by that version. */
    public Uni<Void> laidBy(Transaction tx, List<Laid> laid, String version) {
        return tx.connection()
                .preparedQuery(LAID_BY)
                .execute(Tuple.of(Columns.of(laid, one -> one.task().taskId(), UUID[]::new), version))
                .replaceWithVoid();
    }
}
