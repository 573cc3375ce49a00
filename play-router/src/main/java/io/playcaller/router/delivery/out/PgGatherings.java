package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.delivery.Gathering;
import io.playcaller.router.delivery.Gathering.Joined;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What gathers on tasks, one row each, written under the row lock of the task. */
@ApplicationScoped
public class PgGatherings {

    /** What was told keeps quiet for four hours; what gathers already keeps its time. */
    private static final String GATHER = """
            insert into gathering (task_id, joined, tell_at)
            select task_id, joined::jsonb, tell_at from unnest($1::uuid[], $2::text[], $3::timestamptz[])
                as t (task_id, joined, tell_at)
            order by task_id
            on conflict (task_id) do update set joined = gathering.joined || excluded.joined,
                tell_at = coalesce(gathering.tell_at, greatest(excluded.tell_at, gathering.told_at + make_interval(secs => $4)))""";

    private static final String ANY_DUE = """
            select 1 from gathering join task using (task_id)
            where gathering.tell_at <= (select playcaller_now()) and task.quarantined is null
            order by gathering.tell_at limit 1""";

    /**
     * Locks the tasks: one that somebody works on now is left to the next round, one in quarantine until it can be read. Locks the
     * rows too, so that one that was told since the statement began is looked at again, and not told twice.
     */
    private static final String CLAIM = """
            select task.body::text, task.task_id, task.account_id,
                   gathering.joined::text, gathering.tell_at, gathering.times
            from gathering join task using (task_id)
            where gathering.tell_at <= $1 and task.quarantined is null
            order by gathering.tell_at, task_id
            limit $2
            for update of task, gathering skip locked""";

    private static final String TOLD = """
            update gathering set joined = '[]', tell_at = null, told_at = $2, times = times + 1
            where task_id = any($1)""";

    private static final String DROPPED = "update gathering set joined = '[]', tell_at = null where task_id = any($1)";

    private final Pool pool;

    PgGatherings(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is to be told of a task.
     *
     * @param told how often something was told of it before
     */
    public record Due(Task task, Gathering gathering, int told) {}

    /** Takes in what these changes bring. */
    public Uni<Void> gather(Transaction tx, List<TaskDecision.Changed> changes) {
        Map<UUID, Gathering> byTask = new LinkedHashMap<>();
        changes.stream()
                .flatMap(change -> Gathering.of(change).stream())
                .forEach(one -> byTask.merge(one.taskId(), one, Gathering::and));
        if (byTask.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collection<Gathering> all = byTask.values();
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(all, Gathering::taskId, UUID[]::new))
                .addArrayOfString(Columns.of(all, one -> Columns.json(one.joined()), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(all, one -> utc(one.tellAt()), OffsetDateTime[]::new))
                .addDouble((double) Gathering.THEN.toSeconds());
        return tx.connection().preparedQuery(GATHER).execute(rows).replaceWithVoid();
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> anyDue() {
        return pool.query(ANY_DUE).execute().map(rows -> rows.iterator().hasNext());
    }

    /** What is due, of tasks that nobody else holds. */
    public Uni<List<Due>> claim(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(utc(tx.now()), atMost))
                .chain(rows -> PgTasks.held(tx, rows).map(held -> due(held.tasks(), rows)));
    }

    private static List<Due> due(List<Task> tasks, RowSet<Row> rows) {
        Map<UUID, Row> byTask = new HashMap<>();
        rows.forEach(row -> byTask.put(row.getUUID(1), row));
        return tasks.stream()
                .flatMap(task -> Stream.ofNullable(byTask.get(task.taskId())).map(row -> due(task, row)))
                .toList();
    }

    private static Due due(Task task, Row row) {
        List<Joined> joined = List.of(Columns.read(row.getString(3), Joined[].class));
        return new Due(
                task,
                new Gathering(task.taskId(), joined, row.getOffsetDateTime(4).toInstant()),
                row.getInteger(5));
    }

    /** They were told. */
    public Uni<Void> told(Transaction tx, Collection<UUID> tasks) {
        return tasks.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(TOLD)
                        .execute(Tuple.of(tasks.toArray(UUID[]::new), utc(tx.now())))
                        .replaceWithVoid();
    }

    /** There was nothing to tell any more. */
    public Uni<Void> dropped(Transaction tx, Collection<UUID> tasks) {
        return tasks.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(DROPPED)
                        .execute(Tuple.of((Object) tasks.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }
}
