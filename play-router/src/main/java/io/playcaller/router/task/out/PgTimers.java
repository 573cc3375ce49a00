package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Timers. Their rows change only under the lock of their task, so that who fires and who cancels never both win. */
@ApplicationScoped
public class PgTimers {

    private static final String CANCEL = """
            delete from timer
            using unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::timestamptz[])
                as gone (task_id, clock, cycle, level, due_at)
            where timer.task_id = gone.task_id and timer.clock = gone.clock
              and timer.cycle = gone.cycle and timer.level = gone.level and timer.due_at = gone.due_at""";

    /** A clock has one timer: what it says next takes the place of what it said last. */
    private static final String ARM = """
            insert into timer (task_id, clock, cycle, level, due_at)
            select * from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::timestamptz[])
            on conflict (task_id, clock) do update
            set cycle = excluded.cycle, level = excluded.level, due_at = excluded.due_at, retry_at = null""";

    /**
     * Asks the clock once, in a query of its own: of a volatile function in a condition PostgreSQL makes no condition of an
     * index, and would ask it for every timer that waits. Ordered, so that it enters the index at its beginning, and no
     * {@code exists}, which would forget the order.
     */
    static final String ANY_DUE = """
            select 1 from timer
            where due_at <= (select playcaller_now()) and (retry_at is null or retry_at <= clock_timestamp())
            order by due_at
            limit 1""";

    /**
     * Locks the tasks, not the timers: a task that somebody works on now is left to the next round. Due is what is due at the
     * transaction's own instant, so that nothing fires before its time by the clock with which it fires.
     */
    static final String CLAIM = """
            select task.body::text, task_id, timer.clock, timer.cycle, timer.level, timer.due_at
            from timer join task using (task_id)
            where timer.due_at <= $2
              and (timer.retry_at is null or timer.retry_at <= clock_timestamp())
            order by timer.due_at, timer.task_id, timer.level
            limit $1
            for update of task skip locked""";

    private static final String FIRED = """
            insert into timer_fired (task_id, clock, cycle, level, due_at, fired_at)
            select *, $6 from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::timestamptz[])""";

    private static final String POSTPONE = """
            update timer set retry_at = clock_timestamp() + interval '1 minute'
            from unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) as broken (task_id, clock, cycle, level)
            where timer.task_id = broken.task_id and timer.clock = broken.clock
              and timer.cycle = broken.cycle and timer.level = broken.level""";

    private static final String POSTPONE_EARLIEST = """
            update timer set retry_at = clock_timestamp() + interval '1 minute'
            where (task_id, clock) in (select task_id, timer.clock
                                       from timer join task using (task_id)
                                       where timer.due_at <= $1
                                         and (timer.retry_at is null or timer.retry_at <= clock_timestamp())
                                       order by timer.due_at, timer.task_id, timer.level
                                       limit 1
                                       for update of task skip locked)""";

    private final Pool pool;

    PgTimers(Pool pool) {
        this.pool = pool;
    }

    /** A timer that is due, with its task as stored, locked. */
    public record Due(Timer timer, String storedTask) {

        public Task task() {
            return Columns.read(storedTask, Task.class);
        }
    }

    /** Deletes timers; one of the same alarm that was armed anew for another instant stays. */
    public Uni<Void> cancel(Transaction tx, Collection<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(CANCEL)
                        .execute(keys(timers).addArrayOfOffsetDateTime(dueAts(timers)))
                        .replaceWithVoid();
    }

    public Uni<Void> arm(Transaction tx, Collection<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(ARM)
                        .execute(keys(timers).addArrayOfOffsetDateTime(dueAts(timers)))
                        .replaceWithVoid();
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> anyDue() {
        return pool.query(ANY_DUE).execute().map(rows -> rows.iterator().hasNext());
    }

    /** The earliest that are due, of tasks that nobody else holds. */
    public Uni<List<Due>> claim(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(atMost, utc(tx.now())))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    rows.forEach(row -> due.add(due(row)));
                    return due;
                });
    }

    /** Writes down that these fired; fails, and with it the transaction, when one did before. */
    public Uni<Void> fired(Transaction tx, Collection<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(FIRED)
                        .execute(keys(timers)
                                .addArrayOfOffsetDateTime(dueAts(timers))
                                .addOffsetDateTime(utc(tx.now())))
                        .replaceWithVoid();
    }

    /** Leaves timers that cannot be fired for a minute, so that they hold nobody up. */
    public Uni<Void> postpone(Transaction tx, Collection<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(POSTPONE).execute(keys(timers)).replaceWithVoid();
    }

    /** Leaves the one for a minute that {@link #claim} would take first. */
    public Uni<Void> postponeEarliest(Transaction tx) {
        return tx.connection()
                .preparedQuery(POSTPONE_EARLIEST)
                .execute(Tuple.of(utc(tx.now())))
                .replaceWithVoid();
    }

    private static Due due(Row row) {
        Timer timer = new Timer(
                row.getUUID(1),
                Clock.valueOf(row.getString(2)),
                row.getInteger(3),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant());
        return new Due(timer, row.getString(0));
    }

    private static Tuple keys(Collection<Timer> timers) {
        return Tuple.tuple()
                .addArrayOfUUID(Columns.of(timers, Timer::taskId, UUID[]::new))
                .addArrayOfString(Columns.of(timers, timer -> timer.clock().name(), String[]::new))
                .addArrayOfInteger(Columns.of(timers, Timer::cycle, Integer[]::new))
                .addArrayOfInteger(Columns.of(timers, Timer::level, Integer[]::new));
    }

    private static OffsetDateTime[] dueAts(Collection<Timer> timers) {
        return Columns.of(timers, timer -> utc(timer.dueAt()), OffsetDateTime[]::new);
    }
}
