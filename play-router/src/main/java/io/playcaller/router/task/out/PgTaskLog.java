package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of tasks, and the runs of plays that they stand for. */
@ApplicationScoped
public class PgTaskLog {

    private static final String APPEND = """
            insert into task_log (task_id, rev, transition, at, actor, clock, cycle, level, due_at, sentence, note)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[],
                                 $7::int[], $8::int[], $9::timestamptz[], $10::text[], $11::text[])""";

    private static final String START_RUNS = """
            insert into play_run (play_run_id, play, account_id, episode_id, reason, started_at, holdout_percent, start_score)
            select run.*, account.score
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[],
                        $7::int[])
                as run (id, play, account_id, episode_id, reason, started_at, holdout_percent)
            left join account on account.account_id = run.account_id""";

    private static final String END_RUNS = """
            update play_run set ended_at = ended.at, outcome = ended.outcome, closing = ended.closing
            from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[]) as ended (id, at, outcome, closing)
            where play_run_id = ended.id""";

    private static final String LOOK_AT_RUNS = """
            insert into run_due (play_run_id, due_at)
            select id, $2::timestamptz from unnest($1::uuid[]) as t (id)""";

    /**
     * Appends a line for each change.
     *
     * @param note words of the person who made them; null for none
     */
    public Uni<Void> append(Transaction tx, List<TaskDecision.Changed> changes, @Nullable String note) {
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(changes, change -> change.after().taskId(), UUID[]::new))
                .addArrayOfLong(Columns.of(changes, change -> change.after().rev(), Long[]::new))
                .addArrayOfString(
                        Columns.of(changes, change -> change.step().transition().name(), String[]::new))
                .addArrayOfOffsetDateTime(
                        Columns.of(changes, change -> utc(change.step().at()), OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(changes, change -> change.step().actor(), String[]::new))
                .addArrayOfString(Columns.of(changes, PgTaskLog::clock, String[]::new))
                .addArrayOfInteger(Columns.of(changes, change -> change.step().cycle(), Integer[]::new))
                .addArrayOfInteger(Columns.of(changes, change -> change.step().level(), Integer[]::new))
                .addArrayOfOffsetDateTime(Columns.of(changes, PgTaskLog::dueAt, OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(changes, change -> change.step().sentence(), String[]::new))
                .addArrayOfString(Columns.of(changes, change -> note, String[]::new));
        return tx.connection().preparedQuery(APPEND).execute(rows).replaceWithVoid();
    }

    /** Starts the runs of new tasks and ends those of ended ones; a run that has a course is looked at when a task of it ends. */
    public Uni<Void> runs(Transaction tx, List<TaskDecision.Changed> changes) {
        List<TaskDecision.Changed> whole = changes.stream()
                .filter(change -> change.after().order().wholeRun())
                .toList();
        return Writes.inOrder(List.of(
                startRuns(
                        tx,
                        whole.stream().filter(change -> change.before() == null).toList()),
                endRuns(tx, whole.stream().filter(TaskDecision.Changed::ends).toList()),
                lookAtRuns(
                        tx,
                        changes.stream()
                                .filter(change ->
                                        change.ends() && !change.after().order().wholeRun())
                                .toList())));
    }

    private static Uni<Void> lookAtRuns(Transaction tx, List<TaskDecision.Changed> steps) {
        Tuple runs =
                Tuple.of(Columns.of(steps, change -> change.after().order().playRunId(), UUID[]::new), utc(tx.now()));
        return steps.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(LOOK_AT_RUNS).execute(runs).replaceWithVoid();
    }

    private static Uni<Void> startRuns(Transaction tx, List<TaskDecision.Changed> started) {
        if (started.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(
                        Columns.of(started, change -> change.after().order().playRunId(), UUID[]::new))
                .addArrayOfString(
                        Columns.of(started, change -> change.after().order().play(), String[]::new))
                .addArrayOfString(
                        Columns.of(started, change -> change.after().signal().accountId(), String[]::new))
                .addArrayOfUUID(
                        Columns.of(started, change -> change.after().signal().episodeId(), UUID[]::new))
                .addArrayOfString(Columns.of(
                        started, change -> change.after().signal().reason().code(), String[]::new))
                .addArrayOfOffsetDateTime(
                        Columns.of(started, change -> utc(change.after().order().createdAt()), OffsetDateTime[]::new))
                .addArrayOfInteger(
                        Columns.of(started, change -> change.after().order().holdoutPercent(), Integer[]::new));
        return tx.connection().preparedQuery(START_RUNS).execute(rows).replaceWithVoid();
    }

    private static Uni<Void> endRuns(Transaction tx, List<TaskDecision.Changed> ended) {
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(
                        Columns.of(ended, change -> change.after().order().playRunId(), UUID[]::new))
                .addArrayOfOffsetDateTime(
                        Columns.of(ended, change -> utc(change.step().at()), OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(ended, PgTaskLog::outcome, String[]::new))
                .addArrayOfString(Columns.of(ended, PgTaskLog::closing, String[]::new));
        return tx.connection().preparedQuery(END_RUNS).execute(rows).replaceWithVoid();
    }

    private static @Nullable String outcome(TaskDecision.Changed change) {
        return change.after().ending() == null
                ? null
                : change.after().ending().outcome().name();
    }

    private static @Nullable String closing(TaskDecision.Changed change) {
        return change.after().ending() == null || change.after().ending().closing() == null
                ? null
                : change.after().ending().closing().wire();
    }

    private static @Nullable String clock(TaskDecision.Changed change) {
        return change.step().clock() == null ? null : change.step().clock().name();
    }

    private static @Nullable OffsetDateTime dueAt(TaskDecision.Changed change) {
        return change.step().dueAt() == null ? null : utc(change.step().dueAt());
    }
}
