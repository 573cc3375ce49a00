package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What play-router wrote down of its clocks, asked of its tables by what each task itself says it was to hear, and when. */
final class FiredAlarms {

    /** An alarm that both the log and the ledger have, and neither twice. */
    private static final String NOT_IN_BOTH = """
            select count(*)
            from (select task_id, clock, cycle, level, count(*) as said from router.task_log where clock is not null
                  group by task_id, clock, cycle, level) as log
            full join router.timer_fired as fired using (task_id, clock, cycle, level)
            where log.said is distinct from 1 or fired.due_at is null""";

    private static final String EARLY = "select count(*) from router.timer_fired where fired_at < due_at";

    /**
     * Every play gives up in the end. Until then each alarm of a clock is heard; of the time to accept, only where nobody
     * accepted, be it a task of their own or one that they took over from a colleague, and only until the clock itself passed the
     * task on.
     */
    private static final String MISSED = """
            select concat_ws(' ', task_id, body #>> '{order,play}', run ->> 'clock', run ->> 'cycle', alarm ->> 'level',
                             alarm ->> 'at', 'stopped', run ->> 'stoppedAt')
            from router.task
            cross join jsonb_array_elements(body -> 'clocks') as run
            cross join jsonb_array_elements(run -> 'alarms') as alarm
            where (alarm ->> 'at')::timestamptz < (
                      select min((other ->> 'dueAt')::timestamptz) from jsonb_array_elements(body -> 'clocks') as other
                      where other ->> 'clock' = 'give-up')
              and not (run ->> 'clock' = 'accept' and exists (
                      select from router.task_log
                      where task_log.task_id = task.task_id and transition in ('ACKNOWLEDGED', 'ASSIGNED')
                        and (clock is null or (cycle = (run ->> 'cycle')::int and level < (alarm ->> 'level')::int))))
              and not exists (
                      select from router.timer_fired as fired
                      where fired.task_id = task.task_id
                        and fired.clock = upper(replace(run ->> 'clock', '-', '_'))
                        and fired.cycle = (run ->> 'cycle')::int and fired.level = (alarm ->> 'level')::int)""";

    private static final String AFTER_ACCEPTANCE = """
            select count(*)
            from router.task_log as spoke join router.task_log as acted using (task_id)
            where acted.transition in ('ACKNOWLEDGED', 'ASSIGNED') and acted.clock is null and spoke.clock = 'ACCEPT' and spoke.rev > acted.rev""";

    private static final String DELIVERED_TWICE =
            "select count(*) - count(distinct (task_id, connector, purpose)) from router.delivery";

    private final OwnPostgres postgres;

    FiredAlarms(OwnPostgres postgres) {
        this.postgres = postgres;
    }

    /** How many are due and have not fired. */
    long overdue() {
        return postgres.number("select count(*) from router.timer where due_at <= (select router.playcaller_now())");
    }

    long fired() {
        return postgres.number("select count(*) from router.timer_fired");
    }

    /** All plays have given up. */
    void requireEachOnceAndNoneEarly() {
        assertThat(postgres.number("select count(*) from router.task where open"))
                .as("tasks that still wait")
                .isZero();
        assertThat(postgres.number("select count(*) from router.timer"))
                .as("timers of tasks that ended")
                .isZero();
        assertThat(postgres.number(NOT_IN_BOTH))
                .as("alarms that are not there once")
                .isZero();
        assertThat(postgres.rows(MISSED, row -> row.getString(1)))
                .as("alarms that nobody heard")
                .isEmpty();
        assertThat(postgres.number(EARLY)).as("alarms before their time").isZero();
        assertThat(postgres.number(AFTER_ACCEPTANCE))
                .as("what the time to accept said after somebody had accepted")
                .isZero();
        assertThat(postgres.number(DELIVERED_TWICE))
                .as("deliveries that are there twice")
                .isZero();
    }

    /** From when each had come, in real time, to its commit; the shortest first. */
    List<Duration> lateness(SteppedTime time) {
        return postgres
                .rows(
                        "select due_at, pg_xact_commit_timestamp(xmin) from router.timer_fired",
                        row -> Duration.between(
                                time.came(instant(row.getObject(1, OffsetDateTime.class))),
                                instant(row.getObject(2, OffsetDateTime.class))))
                .stream()
                .sorted()
                .toList();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
