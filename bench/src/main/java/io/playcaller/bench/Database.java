package io.playcaller.bench;

import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The measurement's own session, beside those of the contenders. */
public final class Database implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Connection connection;

    public Database(EmbeddedPostgres postgres) throws IOException {
        try {
            this.connection = postgres.dataSource().getConnection();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
    }

    /** Several statements, each a transaction of its own. */
    public void execute(String... statements) throws IOException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Several statements, in one transaction. */
    public void executeAsOne(List<String> statements) throws IOException {
        try {
            connection.setAutoCommit(false);
            try {
                execute(statements.toArray(String[]::new));
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    public void update(String sql, String value) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The first column of the first row; 0 when there is none. */
    public long number(String query) throws IOException {
        List<String> found = texts(query);
        return found.isEmpty() ? 0 : Long.parseLong(found.get(0));
    }

    /** The first column of each row. */
    public List<String> texts(String query) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** A column of seconds, as nanoseconds. */
    public long[] nanos(String query) throws IOException {
        return texts(query).stream()
                .mapToLong(seconds -> Math.round(Double.parseDouble(seconds) * NANOS))
                .toArray();
    }

    private static IOException refused(SQLException e) {
        return new IOException("PostgreSQL refuses: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused(e);
        }
    }
}
