package io.playcaller.router.task.out;

import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tasks that ended while signals that had joined them were open. Each waits until these were routed again. */
@ApplicationScoped
public class PgLeftSignals {

    private static final String NOTE = """
            insert into left_signals (task_id, account_id)
            select * from unnest($1::uuid[], $2::text[]) as t (task_id, account_id) order by task_id""";

    /** Asks the clock once: of a volatile function in a condition PostgreSQL makes no condition of an index. */
    private static final String ANY =
            "select 1 from left_signals where look_at <= (select clock_timestamp()) order by look_at limit 1";

    private static final String CLAIM = """
            select task_id, account_id from left_signals where look_at <= (select clock_timestamp())
            order by look_at limit $1 for update skip locked""";

    private static final String DONE = "delete from left_signals where task_id = any($1)";

    private static final String POSTPONE =
            "update left_signals set look_at = clock_timestamp() + interval '1 minute' where task_id = any($1)";

    private final Pool pool;

    PgLeftSignals(Pool pool) {
        this.pool = pool;
    }

    /** A task that left signals. */
    public record Left(UUID taskId, String accountId) {}

    /** Notes the tasks among these changes that end and leave signals. */
    public Uni<Void> note(Transaction tx, List<TaskDecision.Changed> changes) {
        List<Task> tasks = changes.stream()
                .filter(TaskDecision.Changed::ends)
                .map(TaskDecision.Changed::after)
                .filter(task -> task.leavesSignals() && task.signal().accountId() != null)
                .toList();
        Tuple rows = Tuple.of(
                Columns.of(tasks, Task::taskId, UUID[]::new),
                Columns.of(tasks, task -> task.signal().accountId(), String[]::new));
        return tasks.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(NOTE).execute(rows).replaceWithVoid();
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> any() {
        return pool.query(ANY).execute().map(rows -> rows.iterator().hasNext());
    }

    /** Locks the tasks that wait longest; those that another replica works on are left to it. */
    public Uni<List<Left>> claim(Transaction tx, int atMost) {
        return tx.connection().preparedQuery(CLAIM).execute(Tuple.of(atMost)).map(rows -> {
            List<Left> left = new ArrayList<>();
            rows.forEach(row -> left.add(new Left(row.getUUID(0), row.getString(1))));
            return left;
        });
    }

    public Uni<Void> done(Transaction tx, Collection<Left> left) {
        return execute(tx, DONE, left);
    }

    /** Leaves them for a minute. */
    public Uni<Void> postpone(Transaction tx, Collection<Left> left) {
        return execute(tx, POSTPONE, left);
    }

    private static Uni<Void> execute(Transaction tx, String statement, Collection<Left> left) {
        return left.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(statement)
                        .execute(Tuple.of((Object) Columns.of(left, Left::taskId, UUID[]::new)))
                        .replaceWithVoid();
    }
}
