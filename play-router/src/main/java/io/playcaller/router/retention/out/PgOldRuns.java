package io.playcaller.router.retention.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Runs that ended long ago with all that hangs on them, and signals that did. What is open stays, and what is still to be told. */
@ApplicationScoped
public class PgOldRuns {

    private static final String CLAIM = """
            select play_run_id from play_run as run
            where ended_at < $1
              and not exists (select 1 from outcome_look as look
                              where look.play_run_id = run.play_run_id and look.told_at is null
                                and (look.days = 0 or look.since_start))
              and not exists (select 1 from task where task.play_run_id = run.play_run_id and task.open)
              and not exists (select 1 from task join left_signals using (task_id)
                              where task.play_run_id = run.play_run_id)
            order by ended_at limit $2 for update of run skip locked""";

    private static final String LOCK_TASKS =
            "select task_id from task where play_run_id = any($1) order by task_id for update";

    /** In the order that foreign keys ask for. */
    private static final List<String> REMOVE_TASKS = List.of(
            "delete from gathering where task_id = any($1)",
            "delete from slack_card where task_id = any($1)",
            "delete from task_in_tool where task_id = any($1)",
            "delete from timer where task_id = any($1)",
            "delete from timer_fired where task_id = any($1)",
            "delete from task_log where task_id = any($1)",
            "delete from delivery where task_id = any($1)",
            "delete from task_act_key where task_id = any($1)",
            "delete from task where task_id = any($1)");

    private static final List<String> REMOVE_RUNS = List.of(
            "delete from digital_message where play_run_id = any($1)",
            "delete from outcome_look where play_run_id = any($1)",
            "delete from play_run where play_run_id = any($1)");

    private static final String REMOVE_SIGNALS = """
            delete from signal where episode_id in (
                select episode_id from signal as closed
                where not open and changed_at < $1
                  and not exists (select 1 from task where task.task_id = closed.task_id)
                order by changed_at limit $2 for update skip locked)""";

    private static final String REMOVE_MESSAGES = """
            delete from contact_message where message_id in (
                select message_id from contact_message where sent_at < $1 order by sent_at limit $2
                for update skip locked)""";

    /** Of digests, which are about no one task: those of tasks go with their run. What is still to be sent stays. */
    private static final String REMOVE_DIGESTS_SENT = """
            delete from delivery where delivery_id in (
                select delivery_id from delivery
                where task_id is null and created_at < $1 and state not in ('pending', 'undecided')
                order by created_at limit $2 for update skip locked)""";

    private static final String REMOVE_DIGESTS_MADE = """
            delete from digest where (staff_id, day) in (
                select staff_id, day from digest where made_at < $1 order by made_at limit $2
                for update skip locked)""";

    private static final String REMOVE_INTERRUPTIONS = """
            delete from interruptions where (staff_id, day) in (
                select staff_id, day from interruptions where day < ($1::timestamptz at time zone 'UTC')::date
                order by day limit $2 for update skip locked)""";

    /** Whether the account passed or stays: nothing asks for them any more. */
    private static final String REMOVE_HAND_OVERS = """
            delete from hand_over where hand_over_id in (
                select hand_over_id from hand_over
                where proposed_at < $1 and state not in ('proposed', 'accepted')
                order by proposed_at limit $2 for update skip locked)""";

    private static final String REMOVE_WORDS = """
            delete from spoken_word where (who, word_key) in (
                select who, word_key from spoken_word where said_at < $1 order by said_at limit $2
                for update skip locked)""";

    /** Removes at most so many runs that ended before {@code before}, and answers how many there were. */
    public Uni<Integer> removeRuns(Transaction tx, Instant before, int atMost) {
        return tx.connection()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(utc(before), atMost))
                .map(PgOldRuns::ids)
                .chain(runs -> runs.length == 0
                        ? Uni.createFrom().item(0)
                        : removeTasks(tx, runs)
                                .chain(() -> each(tx, REMOVE_RUNS, runs))
                                .replaceWith(runs.length));
    }

    private static Uni<Void> removeTasks(Transaction tx, UUID[] runs) {
        return tx.connection()
                .preparedQuery(LOCK_TASKS)
                .execute(Tuple.of((Object) runs))
                .map(PgOldRuns::ids)
                .chain(tasks -> each(tx, REMOVE_TASKS, tasks));
    }

    /** Removes at most so many signals that ended before {@code before} and have no task, and answers how many there were. */
    public Uni<Integer> removeSignals(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_SIGNALS, before, atMost);
    }

    /** Removes at most so many messages to people of customers of before, and answers how many there were. */
    public Uni<Integer> removeMessages(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_MESSAGES, before, atMost);
    }

    /** Removes at most so many deliveries of digests of before, and answers how many there were. */
    public Uni<Integer> removeDigestsSent(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_DIGESTS_SENT, before, atMost);
    }

    /** Forgets of at most so many digests that they were made before {@code before}, and answers how many there were. */
    public Uni<Integer> removeDigestsMade(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_DIGESTS_MADE, before, atMost);
    }

    /** Removes at most so many counts of interruptions of days before, and answers how many there were. */
    public Uni<Integer> removeInterruptions(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_INTERRUPTIONS, before, atMost);
    }

    /** Removes at most so many hand-overs that were proposed before and are over, and answers how many there were. */
    public Uni<Integer> removeHandOvers(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_HAND_OVERS, before, atMost);
    }

    /** Forgets at most so many words on signals that were said before, and answers how many there were. */
    public Uni<Integer> removeWords(Transaction tx, Instant before, int atMost) {
        return remove(tx, REMOVE_WORDS, before, atMost);
    }

    private static Uni<Integer> remove(Transaction tx, String statement, Instant before, int atMost) {
        return tx.connection()
                .preparedQuery(statement)
                .execute(Tuple.of(utc(before), atMost))
                .map(RowSet::rowCount);
    }

    private static Uni<Void> each(Transaction tx, List<String> statements, UUID[] ids) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : statements) {
            done = done.chain(() -> tx.connection()
                    .preparedQuery(statement)
                    .execute(Tuple.of((Object) ids))
                    .replaceWithVoid());
        }
        return done;
    }

    private static UUID[] ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids.toArray(UUID[]::new);
    }
}
