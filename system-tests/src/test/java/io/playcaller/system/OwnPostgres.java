package io.playcaller.system;

import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.LoopbackPorts;
import io.playcaller.embedded.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL for one test, which can be restarted, keeps its port and says of each row when it was committed. */
final class OwnPostgres implements AutoCloseable {

    private static final int SESSIONS = 100;

    private final PostgresSettings settings;
    private EmbeddedPostgres server;
    private volatile boolean away;
    private volatile long backNanos;

    OwnPostgres(Path directory) {
        this.settings = new PostgresSettings(
                directory,
                LoopbackPorts.free(),
                false,
                "Asia/Kathmandu",
                SESSIONS,
                Map.of("track_commit_timestamp", "on"));
        this.server = EmbeddedPostgres.start(settings);
        this.backNanos = System.nanoTime();
    }

    /** Ends every session and what it had begun; returns when the server answers again. */
    void restart() {
        away = true;
        server.close();
        server = EmbeddedPostgres.start(settings);
        backNanos = System.nanoTime();
        away = false;
    }

    /** Whether it was there all the time since then, and is. */
    boolean wasThereSince(long nanos) {
        return !away && backNanos - nanos < 0;
    }

    /** The configuration of a service that keeps a schema here. */
    Map<String, String> config(String schema) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.jdbcUrl() + "?currentSchema=" + schema,
                "quarkus.datasource.reactive.url",
                server.reactiveUrl() + "?search_path=" + schema,
                "quarkus.datasource.username",
                EmbeddedPostgres.USER,
                "quarkus.datasource.password",
                EmbeddedPostgres.PASSWORD,
                "quarkus.flyway.create-schemas",
                "true");
    }

    /** The number that a query answers. */
    long number(String query) {
        return rows(query, row -> row.getLong(1)).get(0);
    }

    /** One row of an answer. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What a statement answers, row by row. */
    <T> List<T> rows(String sql, Reader<T> reader) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
