package io.playcaller.cli.clock;

import io.playcaller.cli.Refused;
import io.playcaller.quickstart.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The offset rows of all services in the quickstart's database, moved together or not at all. */
final class ClockOffset {

    private static final String SCHEMAS =
            "select table_schema from information_schema.tables where table_name = 'clock_offset' order by 1";

    private final String url;

    ClockOffset(Settings settings) {
        this.url = "jdbc:postgresql://127.0.0.1:%d/playcaller".formatted(settings.postgresPort());
    }

    /** How far business time is ahead, by schema. */
    List<Row> read() {
        return inTransaction(connection -> {
            List<Row> rows = new ArrayList<>();
            for (String schema : schemas(connection)) {
                rows.add(new Row(schema, offset(connection, schema)));
            }
            return rows;
        });
    }

    /** Moves all by {@code step}; the new offsets. */
    List<Row> advance(Duration step) {
        return inTransaction(connection -> {
            List<Row> rows = new ArrayList<>();
            for (String schema : schemas(connection)) {
                String move = "update \"%s\".clock_offset set offset_value = offset_value + make_interval(secs => ?)"
                        .formatted(schema);
                try (PreparedStatement statement = connection.prepareStatement(move)) {
                    statement.setDouble(1, step.toMillis() / 1000.0);
                    statement.executeUpdate();
                }
                rows.add(new Row(schema, offset(connection, schema)));
            }
            return rows;
        });
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(SCHEMAS)) {
            while (found.next()) {
                schemas.add(found.getString(1));
            }
        }
        if (schemas.isEmpty()) {
            throw new Refused("no service has made its tables yet; wait until ./playcaller status says ready");
        }
        return schemas;
    }

    private static Duration offset(Connection connection, String schema) throws SQLException {
        String ask =
                "select (extract(epoch from offset_value) * 1000)::bigint from \"%s\".clock_offset".formatted(schema);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ask)) {
            return found.next() ? Duration.ofMillis(found.getLong(1)) : Duration.ZERO;
        }
    }

    private List<Row> inTransaction(Work work) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.setAutoCommit(false);
            List<Row> rows = work.in(connection);
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw new Refused("the clock cannot be read or moved: " + e.getMessage(), e);
        }
    }

    record Row(String schema, Duration offset) {}

    private interface Work {
        List<Row> in(Connection connection) throws SQLException;
    }
}
