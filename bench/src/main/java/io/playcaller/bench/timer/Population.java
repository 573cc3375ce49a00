package io.playcaller.bench.timer;

import io.playcaller.bench.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks with their clocks, as many as wanted, in the tables of a contender. They are copies of a real one; where the copies are
 * due is said in SQL. The last that were made stand in {@code bench.made}.
 */
final class Population {

    /** Where those who wait are due, and the next alarm of one that fired. */
    private static final String LATER = "clock_timestamp() + interval '30 days' + n * interval '1 millisecond'";

    private static final String SCHEMA = """
            create schema bench;
            create function bench.iso(instant timestamptz) returns text language sql immutable
                return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
            create table bench.template as select task.*, ''::text as marked from router.task limit 1""";

    private static final String MAKE = """
            create table bench.made as
            select '%s' || n as account_id, gen_random_uuid() as task_id, gen_random_uuid() as run_id,
                   gen_random_uuid() as episode_id, %s as due, %s as later
            from generate_series(1, %d) as n""";

    private static final String TASKS = """
            insert into %s.task (task_id, rev, account_id, play_run_id, play, open, state, assignee, minutes,
                                 value_at_risk, created_at, rules_version, body)
            select made.task_id, 1, made.account_id, made.run_id, template.play, true, template.state,
                   template.assignee, template.minutes, template.value_at_risk, clock_timestamp(),
                   template.rules_version,
                   replace(replace(replace(replace(replace(replace(marked,
                       '@task@', made.task_id::text), '@run@', made.run_id::text),
                       '@episode@', made.episode_id::text), '@account@', made.account_id),
                       '@due@', bench.iso(made.due)), '@later@', bench.iso(made.later))::jsonb
            from bench.made cross join bench.template""";

    private final Database database;
    private final TaskTemplate template;

    /** Keeps the one task that play-router has made as the template of all. */
    Population(Database database) throws IOException {
        this.database = database;
        database.execute(SCHEMA);
        this.template = TaskTemplate.of(
                database.texts("select body::text from bench.template").get(0));
        database.update("update bench.template set marked = ?", template.body());
    }

    int timersOfATask() {
        return template.clocks().size();
    }

    /** Tasks whose timers wait, each timer far ahead. */
    void pending(TimerTables tables, int timers) throws IOException {
        make(tables, "wait-", LATER, timers / timersOfATask(), true);
        tables.settle(database);
    }

    /** Tasks without timers. */
    void bare(TimerTables tables, int tasks) throws IOException {
        make(tables, "bare-", LATER, tasks, false);
    }

    /** Tasks of which one clock speaks, one after the other, from so many seconds ahead. */
    void paced(TimerTables tables, int tasks, int perSecond, int secondsAhead) throws IOException {
        String due = "statement_timestamp() + interval '%d seconds' + n * interval '%d microseconds'"
                .formatted(secondsAhead, 1_000_000 / perSecond);
        make(tables, "paced-", due, tasks, true);
    }

    /** Tasks of which one clock should have spoken by now. */
    void overdue(TimerTables tables, int tasks) throws IOException {
        make(tables, "late-", "statement_timestamp() - interval '1 hour' + n * interval '1 millisecond'", tasks, true);
    }

    private void make(TimerTables tables, String account, String due, int tasks, boolean withTimers)
            throws IOException {
        List<String> statements =
                new ArrayList<>(List.of("drop table if exists bench.made", MAKE.formatted(account, due, LATER, tasks)));
        if (tables.hasTasks()) {
            statements.add(TASKS.formatted(tables.schema()));
        }
        if (withTimers) {
            statements.add(tables.armMade(template.clocks()));
        }
        database.executeAsOne(statements);
    }
}
