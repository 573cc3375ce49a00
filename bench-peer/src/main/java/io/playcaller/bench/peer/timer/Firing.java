package io.playcaller.bench.peer.timer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.sql.DataSource;

/** What an alarm does when it goes off. db-scheduler arms the next one afterwards, in a transaction of its own. */
interface Firing {

    void fire(AlarmId alarm, Instant dueAt) throws SQLException;

    /** @param work {@code step} or {@code ledger} */
    static Firing of(String work, DataSource database) {
        return switch (work.toLowerCase(Locale.ROOT)) {
            case "step" -> new Step(database);
            case "ledger" -> new Ledger(database);
            default -> throw new IllegalArgumentException("expected step or ledger, got " + work);
        };
    }

    /** Writes down that it fired, which is the least that anybody can see, and nothing else. */
    record Ledger(DataSource database) implements Firing {

        private static final String FIRED = """
                insert into timer_fired (task_id, clock, cycle, level, due_at, fired_at)
                values (?, ?, 1, 1, ?, clock_timestamp())""";

        @Override
        public void fire(AlarmId alarm, Instant dueAt) throws SQLException {
            try (Connection connection = database.getConnection()) {
                PeerDatabase.run(connection, FIRED, alarm.taskId(), alarm.clock(), utc(dueAt));
            }
        }
    }

    /** Writes the rows that play-router writes for a step of a task, in one transaction of two statements. */
    record Step(DataSource database) implements Firing {

        private static final String LOCK = "select body::text from task where task_id = ? for update";

        private static final String WRITE = """
                with alarm (task_id, clock, due_at) as (values (?::uuid, ?::text, ?::timestamptz)),
                stepped as (
                    update task set rev = rev + 1, body = ?::jsonb from alarm where task.task_id = alarm.task_id
                    returning task.task_id, task.rev, task.body::text as body),
                fired as (
                    insert into timer_fired (task_id, clock, cycle, level, due_at, fired_at)
                    select task_id, clock, 1, 1, due_at, clock_timestamp() from alarm),
                logged as (
                    insert into task_log (task_id, rev, transition, at, clock, cycle, level, due_at, sentence)
                    select task_id, rev, 'DUE_SOON', clock_timestamp(), clock, 1, 1, due_at, 'A clock runs out soon.'
                    from stepped join alarm using (task_id)),
                delivered as (
                    insert into delivery (delivery_id, task_id, connector, purpose, state, body, created_at)
                    select gen_random_uuid(), task_id, 'webhook', 'due_soon', 'not-configured', left(body, 2000),
                           clock_timestamp()
                    from stepped)
                insert into outbox (shard, topic, key, headers, value)
                select 0, 'tasks', task_id::text, '{}', left(body, 2000) from stepped""";

        @Override
        public void fire(AlarmId alarm, Instant dueAt) throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    String body = lock(connection, alarm);
                    PeerDatabase.run(connection, WRITE, alarm.taskId(), alarm.clock(), utc(dueAt), body);
                    connection.commit();
                } catch (SQLException e) {
                    connection.rollback();
                    throw e;
                }
            }
        }

        private static String lock(Connection connection, AlarmId alarm) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                statement.setObject(1, alarm.taskId());
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new SQLException("no task " + alarm.taskId());
                    }
                    return row.getString(1);
                }
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
