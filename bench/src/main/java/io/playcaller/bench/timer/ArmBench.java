package io.playcaller.bench.timer;

import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** Arms and cancels timers of play-router by its own two statements, on several connections at once, each call a transaction. */
final class ArmBench {

    /** Of {@code PgTimers}; a test holds them together. */
    static final String ARM = """
            insert into timer (task_id, clock, cycle, level, due_at)
            select * from unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::timestamptz[])
            on conflict (task_id, clock) do update
            set cycle = excluded.cycle, level = excluded.level, due_at = excluded.due_at, retry_at = null""";

    /** Of {@code PgTimers}; a test holds them together. */
    static final String CANCEL = """
            delete from timer
            using unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::timestamptz[])
                as gone (task_id, clock, cycle, level, due_at)
            where timer.task_id = gone.task_id and timer.clock = gone.clock
              and timer.cycle = gone.cycle and timer.level = gone.level and timer.due_at = gone.due_at""";

    private static final Duration AHEAD = Duration.ofDays(60);
    private static final double NANOS = 1e9;

    private final EmbeddedPostgres postgres;
    private final int lanes;
    private final Object dueAt = Instant.now().plus(AHEAD).toString();

    ArmBench(EmbeddedPostgres postgres, int lanes) {
        this.postgres = postgres;
        this.lanes = lanes;
    }

    /** One clock of a task. */
    record Clock(UUID taskId, String name) {}

    ArmFigures run(List<Clock> clocks) throws IOException, InterruptedException {
        BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            for (int lane = 0; lane < lanes; lane++) {
                Connection connection = postgres.dataSource().getConnection();
                connections.add(connection);
                connection.setSchema(TimerTables.ROUTER.schema());
            }
            Lanes all = new Lanes(connections, threads, clocks);
            double arm = all.perSecond(1, this::arm);
            double cancel = all.perSecond(1, this::cancel);
            double armInSets = all.perSecond(TimerTerms.SET, this::arm);
            double cancelInSets = all.perSecond(TimerTerms.SET, this::cancel);
            return new ArmFigures(arm, cancel, armInSets, cancelInSets);
        } catch (SQLException e) {
            throw new IOException("timers cannot be armed: " + e.getMessage(), e);
        } finally {
            threads.shutdown();
            close(connections);
        }
    }

    private static void close(BlockingQueue<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException("a connection to PostgreSQL does not close", e);
            }
        }
    }

    /** Does something with so many clocks in one transaction. */
    private interface Act {
        void with(Connection connection, List<Clock> some) throws SQLException;
    }

    private record Lanes(BlockingQueue<Connection> connections, ExecutorService threads, List<Clock> clocks) {

        double perSecond(int atOnce, Act act) throws IOException, InterruptedException {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int from = 0; from < clocks.size(); from += atOnce) {
                List<Clock> some = clocks.subList(from, Math.min(clocks.size(), from + atOnce));
                calls.add(() -> {
                    Connection connection = connections.take();
                    try {
                        act.with(connection, some);
                    } finally {
                        connections.add(connection);
                    }
                    return null;
                });
            }
            long began = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(calls)) {
                answer(done);
            }
            return clocks.size() * NANOS / (System.nanoTime() - began);
        }

        private static void answer(Future<Void> done) throws IOException, InterruptedException {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IOException("a timer cannot be armed or cancelled: " + e.getCause(), e);
            }
        }
    }

    private void arm(Connection connection, List<Clock> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ARM)) {
            timers(connection, statement, some);
            statement.executeUpdate();
        }
    }

    private void cancel(Connection connection, List<Clock> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
            timers(connection, statement, some);
            statement.executeUpdate();
        }
    }

    private void timers(Connection connection, PreparedStatement statement, List<Clock> some) throws SQLException {
        statement.setArray(1, column(connection, "uuid", some.stream().map(Clock::taskId)));
        statement.setArray(2, column(connection, "text", some.stream().map(Clock::name)));
        statement.setArray(3, column(connection, "int4", some.stream().map(clock -> 1)));
        statement.setArray(4, column(connection, "int4", some.stream().map(clock -> 1)));
        statement.setArray(5, column(connection, "text", some.stream().map(clock -> dueAt)));
    }

    private static Array column(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
