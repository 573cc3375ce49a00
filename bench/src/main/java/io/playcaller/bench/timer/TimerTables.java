package io.playcaller.bench.timer;

import io.playcaller.bench.Database;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a contender keeps its timers.
 *
 * @param hasTasks whether its timers are those of tasks; else they stand alone
 */
record TimerTables(String schema, boolean hasTasks) {

    static final TimerTables ROUTER = new TimerTables("router", true);

    /** Of db-scheduler, whose table has the form that its documentation gives it, and the same tables of tasks beside it. */
    static final TimerTables PEER_STEP = new TimerTables("peer", true);

    static final TimerTables PEER_LEDGER = new TimerTables("peer", false);

    private static final String PEER_SCHEMA = """
            create schema peer;
            create table peer.scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamptz,
                picked boolean not null,
                picked_by text,
                last_success timestamptz,
                last_failure timestamptz,
                consecutive_failures int,
                last_heartbeat timestamptz,
                version bigint not null,
                priority smallint,
                state text,
                primary key (task_name, task_instance));
            create index execution_time_idx on peer.scheduled_tasks (execution_time);
            create index last_heartbeat_idx on peer.scheduled_tasks (last_heartbeat);
            create table peer.task (like router.task including all);
            create table peer.task_log (like router.task_log including all);
            create table peer.timer_fired (like router.timer_fired including all);
            create table peer.delivery (like router.delivery including all);
            create table peer.outbox (like router.outbox including all)""";

    private static final String ARM_OURS = """
            insert into router.timer (task_id, clock, cycle, level, due_at)
            select task_id, clock, 1, 1, case when clock = '%s' then due else later end
            from bench.made cross join unnest(array[%s]) as clock""";

    private static final String ARM_PEERS = """
            insert into peer.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'alarm', task_id || '/' || clock, case when clock = '%s' then due else later end, false, 1
            from bench.made cross join unnest(array[%s]) as clock""";

    /** Makes those of the peer; play-router has made its own. */
    static void createPeers(Database database) throws IOException {
        database.execute(PEER_SCHEMA);
    }

    /** Empties the tables of all contenders, and whatever else hangs on a task; none of them may run. */
    static void emptyAll(Database database) throws IOException {
        database.execute(
                "truncate router.task, router.task_log, router.timer, router.timer_fired, router.delivery,"
                        + " router.play_run, router.signal, router.left_signals, router.task_act_key, router.outbox,"
                        + " router.gathering, router.run_start, router.flood cascade",
                "truncate peer.scheduled_tasks, peer.task, peer.task_log, peer.timer_fired, peer.delivery, peer.outbox");
    }

    private boolean isRouters() {
        return schema.equals(ROUTER.schema());
    }

    /** The statement that arms the timers of the tasks that were made. */
    String armMade(List<String> clocks) {
        String names = clocks.stream().map(clock -> "'" + clock + "'").collect(Collectors.joining(", "));
        return (isRouters() ? ARM_OURS : ARM_PEERS).formatted(TaskTemplate.SPEAKS, names);
    }

    /** What PostgreSQL would do sooner or later with so many new rows, done before anything counts. */
    void settle(Database database) throws IOException {
        database.execute(
                "vacuum (analyze) " + (isRouters() ? "router.timer" : "peer.scheduled_tasks"),
                "vacuum (analyze) " + schema + ".task",
                "checkpoint");
    }

    /** How many have fired. */
    String fired() {
        return "select count(*) from %s.timer_fired".formatted(schema);
    }

    /** How many fired before they were due. */
    String early() {
        return "select count(*) from %s.timer_fired where fired_at < due_at".formatted(schema);
    }

    /** Of the last that were made, without the first of them: seconds from when each was due to its commit. */
    String lateness(int notCounted) {
        return """
                select extract(epoch from pg_xact_commit_timestamp(fired.xmin) - fired.due_at)
                from %s.timer_fired fired join bench.made using (task_id)
                order by fired.due_at offset %d""".formatted(schema, notCounted);
    }

    /** Of the last that were made: when each was committed, in seconds since 1970, in this order. */
    String commits() {
        return """
                select extract(epoch from pg_xact_commit_timestamp(fired.xmin))
                from %s.timer_fired fired join bench.made using (task_id)
                order by 1""".formatted(schema);
    }
}
