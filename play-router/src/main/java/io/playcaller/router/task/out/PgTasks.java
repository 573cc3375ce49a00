package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.UnreadableTask;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tasks. Everyone who changes one has locked its row; several are locked in the order of their ids. */
@ApplicationScoped
public class PgTasks {

    private static final Logger LOG = Logger.getLogger(PgTasks.class);

    private static final String LOCK =
            "select body::text, task_id, account_id from task where task_id = any($1) order by task_id for update";

    private static final String LOCK_OPEN_OF_ACCOUNTS = """
            select body::text, task_id, account_id from task
            where open and account_id = any($1) or task_id = any($2)
            order by task_id for update""";

    private static final String UPSERT = """
            insert into task (task_id, rev, account_id, play_run_id, play, open, state, assignee, minutes,
                              value_at_risk, created_at, still_because, body, reason, severity, role, due_at,
                              starts_at, rules_version)
            select task_id, rev, account_id, play_run_id, play, open, state, assignee, minutes,
                   value_at_risk, created_at, still_because, body::jsonb, reason, severity, role, due_at, starts_at,
                   $19::text
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::text[], $6::boolean[], $7::text[],
                        $8::text[], $9::int[], $10::numeric[], $11::timestamptz[], $12::text[], $13::text[],
                        $14::text[], $15::text[], $16::text[], $17::timestamptz[], $18::timestamptz[])
                as t (task_id, rev, account_id, play_run_id, play, open, state, assignee, minutes,
                      value_at_risk, created_at, still_because, body, reason, severity, role, due_at, starts_at)
            order by task_id
            on conflict (task_id) do update set
                rev = excluded.rev, open = excluded.open, state = excluded.state, assignee = excluded.assignee,
                value_at_risk = excluded.value_at_risk, still_because = excluded.still_because, body = excluded.body,
                reason = excluded.reason, severity = excluded.severity, role = excluded.role, due_at = excluded.due_at,
                starts_at = excluded.starts_at,
                quarantined = null
            where task.rev < excluded.rev""";

    private static final String QUARANTINE = """
            update task set quarantined = broken.because
            from unnest($1::uuid[], $2::text[]) as broken (task_id, because)
            where task.task_id = broken.task_id and task.quarantined is distinct from broken.because""";

    /** Tasks that a transaction holds; those that cannot be read are in quarantine from then on. */
    public record Held(List<Task> tasks, List<UnreadableTask> unreadable) {}

    /** Locks the tasks of these ids; those that do not exist are not in the answer. */
    public Uni<List<Task>> lock(Transaction tx, Collection<UUID> ids) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(PgTasks::tasks);
    }

    /** Locks the tasks of these ids; tells apart what cannot be read. */
    public Uni<Held> hold(Transaction tx, Collection<UUID> ids) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .chain(rows -> held(tx, rows));
    }

    /** Locks the open tasks of these accounts, and those of these ids; leaves out what cannot be read. */
    public Uni<List<Task>> lockOpen(Transaction tx, Collection<String> accounts, Collection<UUID> ids) {
        return holdOpen(tx, accounts, ids).map(Held::tasks);
    }

    /** The same, and what cannot be read. */
    public Uni<Held> holdOpen(Transaction tx, Collection<String> accounts, Collection<UUID> ids) {
        return tx.connection()
                .preparedQuery(LOCK_OPEN_OF_ACCOUNTS)
                .execute(Tuple.of(accounts.toArray(String[]::new), ids.toArray(UUID[]::new)))
                .chain(rows -> held(tx, rows));
    }

    /** Reads locked rows that begin with body, id and account, and puts in quarantine what cannot be read. */
    public static Uni<Held> held(Transaction tx, RowSet<Row> rows) {
        Held held = read(rows);
        List<UnreadableTask> broken = held.unreadable();
        return broken.isEmpty()
                ? Uni.createFrom().item(held)
                : tx.connection()
                        .preparedQuery(QUARANTINE)
                        .execute(Tuple.of(
                                Columns.of(broken, UnreadableTask::taskId, UUID[]::new),
                                Columns.of(broken, UnreadableTask::getMessage, String[]::new)))
                        .replaceWith(held);
    }

    /** Reads rows that begin with body, id and account, and that nobody need have locked. */
    public static Held read(RowSet<Row> rows) {
        Held held = new Held(new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            try {
                held.tasks().add(task(row));
            } catch (UnreadableTask e) {
                LOG.error("a task cannot be read; it is left out", e);
                held.unreadable().add(e);
            }
        }
        return held;
    }

    /**
     * Writes tasks as they stand, each once.
     *
     * @param rulesVersion by which the clocks of new ones were laid out; null where none is new
     */
    public Uni<Void> upsert(Transaction tx, Collection<Task> tasks, @Nullable String rulesVersion) {
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(tasks, Task::taskId, UUID[]::new))
                .addArrayOfLong(Columns.of(tasks, Task::rev, Long[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.signal().accountId(), String[]::new))
                .addArrayOfUUID(Columns.of(tasks, task -> task.order().playRunId(), UUID[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.order().play(), String[]::new))
                .addArrayOfBoolean(Columns.of(tasks, Task::isOpen, Boolean[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.state().name(), String[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.assignment().staffId(), String[]::new))
                .addArrayOfInteger(Columns.of(tasks, task -> task.order().minutes(), Integer[]::new))
                .addValue(Columns.of(tasks, task -> Columns.major(task.signal().valueAtRisk()), BigDecimal[]::new))
                .addArrayOfOffsetDateTime(
                        Columns.of(tasks, task -> utc(task.order().createdAt()), OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.whyStill().orElse(null), String[]::new))
                .addArrayOfString(Columns.of(tasks, Columns::json, String[]::new))
                .addArrayOfString(
                        Columns.of(tasks, task -> task.signal().reason().code(), String[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.severity().name(), String[]::new))
                .addArrayOfString(Columns.of(tasks, task -> task.assignment().role(), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(tasks, PgTasks::dueAt, OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(Columns.of(tasks, task -> utc(task.startsAt()), OffsetDateTime[]::new))
                .addString(rulesVersion);
        return tx.connection().preparedQuery(UPSERT).execute(rows).replaceWithVoid();
    }

    private static @Nullable OffsetDateTime dueAt(Task task) {
        return task.firstDue().map(run -> utc(run.dueAt())).orElse(null);
    }

    /** Of a row that begins with body, id and account. */
    static Task task(Row row) {
        try {
            return Columns.read(row.getString(0), Task.class);
        } catch (RuntimeException e) {
            throw new UnreadableTask(row.getUUID(1), row.getString(2), e);
        }
    }

    private static List<Task> tasks(RowSet<Row> rows) {
        List<Task> tasks = new ArrayList<>();
        rows.forEach(row -> tasks.add(task(row)));
        return tasks;
    }
}
