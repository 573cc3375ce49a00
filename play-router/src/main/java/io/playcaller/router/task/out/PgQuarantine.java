package io.playcaller.router.task.out;

import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open tasks that could not be read when somebody last tried. */
@ApplicationScoped
public class PgQuarantine {

    private static final String AFTER = """
            select body::text, task_id, account_id from task
            where open and quarantined is not null and task_id > $1
            order by task_id limit $2 for update""";

    private static final String LIFT = "update task set quarantined = null where task_id = any($1)";

    /**
     * What was looked at.
     *
     * @param last the highest id; empty where there was nothing left to look at
     * @param lifted tasks that can be read
     */
    public record Looked(Optional<UUID> last, int lifted) {}

    /** Reads the next of them, in the order of their ids; lets out those that can be read. */
    public Uni<Looked> look(Transaction tx, UUID after, int atMost) {
        return tx.connection()
                .preparedQuery(AFTER)
                .execute(Tuple.of(after, atMost))
                .chain(rows -> PgTasks.held(tx, rows)
                        .chain(held -> lift(tx, held.tasks())
                                .replaceWith(new Looked(last(rows), held.tasks().size()))));
    }

    private static Uni<Void> lift(Transaction tx, List<Task> tasks) {
        return tasks.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(LIFT)
                        .execute(Tuple.of((Object) Columns.of(tasks, Task::taskId, UUID[]::new)))
                        .replaceWithVoid();
    }

    private static Optional<UUID> last(RowSet<Row> rows) {
        UUID last = null;
        for (Row row : rows) {
            last = row.getUUID(1);
        }
        return Optional.ofNullable(last);
    }
}
