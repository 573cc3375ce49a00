package io.playcaller.router.run.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.run.RunChange;
import io.playcaller.router.signal.app.Place;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When runs are to be looked at. Rows are only added and deleted, so that noting one waits for nobody. */
@ApplicationScoped
public class PgRunDues {

    private static final String NOTE = """
            insert into run_due (play_run_id, due_at)
            select * from unnest($1::uuid[], $2::timestamptz[]) as t (play_run_id, due_at)""";

    private static final String OF_RUNS = """
            insert into run_due (play_run_id, due_at) select *, $2::timestamptz from unnest($1::uuid[])""";

    private static final String OF_ACCOUNTS = """
            insert into run_due (play_run_id, due_at)
            select play_run_id, $2::timestamptz from play_run
            where account_id = any($1) and body is not null and ended_at is null""";

    private static final String OF_EPISODES = """
            insert into run_due (play_run_id, due_at)
            select play_run_id, $2::timestamptz from play_run
            where episode_id = any($1) and body is not null and ended_at is null""";

    private static final String OF_TASKS = """
            insert into run_due (play_run_id, due_at)
            select distinct play_run.play_run_id, $2::timestamptz
            from task join play_run on play_run.play_run_id = task.play_run_id
            where task.task_id = any($1) and play_run.body is not null and play_run.ended_at is null""";

    /** Asks the clock once: of a volatile function in a condition PostgreSQL makes no condition of an index. */
    private static final String ANY = """
            select 1 from run_due
            where due_at <= (select playcaller_now()) and (retry_at is null or retry_at <= clock_timestamp())
            order by due_at
            limit 1""";

    private static final String CLAIM = """
            select due_id, run_due.play_run_id, account_id, episode_id
            from run_due left join play_run on play_run.play_run_id = run_due.play_run_id
            where due_at <= $2 and (retry_at is null or retry_at <= clock_timestamp())
            order by due_at limit $1 for update of run_due skip locked""";

    private static final String LATER =
            "select play_run_id, due_id from run_due where play_run_id = any($1) and due_at > $2";

    /** What another replica has claimed, whose clock is a little later, is left to it: it waits for the lane that we hold. */
    private static final String DONE = """
            delete from run_due where due_id in (
                select due_id from run_due where due_id = any($1) for update skip locked)""";

    private static final String POSTPONE =
            "update run_due set retry_at = clock_timestamp() + interval '1 minute' where due_id = any($1)";

    private final Pool pool;

    PgRunDues(Pool pool) {
        this.pool = pool;
    }

    /**
     * A run to look at.
     *
     * @param accountId null for a run that concerns no account
     * @param episodeId null where there is no such run any more
     */
    public record Due(
            UUID dueId,
            UUID playRunId,
            @Nullable String accountId,
            @Nullable UUID episodeId) {

        /** The places where these runs are, for those that there are. */
        public static List<Place> places(Collection<Due> due) {
            return due.stream()
                    .filter(one -> one.episodeId != null)
                    .map(one -> new Place(one.accountId, Objects.requireNonNull(one.episodeId)))
                    .distinct()
                    .toList();
        }
    }

    /** When these runs are to be looked at although nothing happens. */
    public Uni<Void> note(Transaction tx, Collection<RunChange> changes) {
        List<RunChange> later =
                changes.stream().filter(change -> change.lookAt() != null).toList();
        return later.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(
                                Columns.of(later, change -> change.after().playRunId(), UUID[]::new),
                                Columns.of(later, PgRunDues::lookAt, OffsetDateTime[]::new)))
                        .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime lookAt(RunChange change) {
        return change.lookAt() == null ? null : utc(change.lookAt());
    }

    /** These runs: messages of theirs are over. */
    public Uni<Void> ofRuns(Transaction tx, Collection<UUID> runs) {
        return note(tx, OF_RUNS, runs.toArray(UUID[]::new), runs.isEmpty());
    }

    /** All open runs of these accounts: something about the customers changed. */
    public Uni<Void> ofAccounts(Transaction tx, Collection<String> accounts) {
        return note(tx, OF_ACCOUNTS, accounts.toArray(String[]::new), accounts.isEmpty());
    }

    /** All open runs that these signals started: another one began. */
    public Uni<Void> ofEpisodes(Transaction tx, Collection<UUID> episodes) {
        return note(tx, OF_EPISODES, episodes.toArray(UUID[]::new), episodes.isEmpty());
    }

    /** The open runs of these tasks: a signal of them ended. */
    public Uni<Void> ofTasks(Transaction tx, Collection<UUID> tasks) {
        return note(tx, OF_TASKS, tasks.toArray(UUID[]::new), tasks.isEmpty());
    }

    private static Uni<Void> note(Transaction tx, String statement, Object[] ids, boolean none) {
        return none
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(statement)
                        .execute(Tuple.of(ids, utc(tx.now())))
                        .replaceWithVoid();
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> any() {
        return pool.query(ANY).execute().map(rows -> rows.iterator().hasNext());
    }

    /** Locks what is due longest; what another replica works on is left to it. */
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

    private static Due due(Row row) {
        return new Due(row.getUUID(0), row.getUUID(1), row.getString(2), row.getUUID(3));
    }

    /**
     * What is noted of runs for later, by run. To be asked for before the runs are loaded: what somebody notes while they are looked
     * at was not seen by the look, and stays.
     */
    public Uni<Map<UUID, List<UUID>>> later(Transaction tx, Collection<UUID> runs) {
        return tx.connection()
                .preparedQuery(LATER)
                .execute(Tuple.of(runs.toArray(UUID[]::new), utc(tx.now())))
                .map(rows -> {
                    Map<UUID, List<UUID>> later = new HashMap<>();
                    rows.forEach(row -> later.computeIfAbsent(row.getUUID(0), any -> new ArrayList<>())
                            .add(row.getUUID(1)));
                    return later;
                });
    }

    /**
     * They were looked at.
     *
     * @param later what was noted of them for later, and is noted anew by the look
     */
    public Uni<Void> done(Transaction tx, Collection<Due> due, Map<UUID, List<UUID>> later) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] seen = due.stream()
                .flatMap(one ->
                        Stream.concat(Stream.of(one.dueId()), later.getOrDefault(one.playRunId(), List.of()).stream()))
                .distinct()
                .toArray(UUID[]::new);
        return tx.connection()
                .preparedQuery(DONE)
                .execute(Tuple.of((Object) seen))
                .replaceWithVoid();
    }

    /** Leaves them for a minute. */
    public Uni<Void> postpone(Transaction tx, Collection<Due> due) {
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(POSTPONE)
                        .execute(Tuple.of((Object) Columns.of(due, Due::dueId, UUID[]::new)))
                        .replaceWithVoid();
    }
}
