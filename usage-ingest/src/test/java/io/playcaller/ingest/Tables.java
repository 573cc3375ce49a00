package io.playcaller.ingest;

import io.playcaller.testkit.PlaycallerStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What component tests do in the tables of the service, behind its back. */
public final class Tables {

    private Tables() {}

    /** Runs the statements in one transaction. */
    public static void run(String... statements) throws SQLException {
        try (Connection connection = begin()) {
            execute(connection, statements);
            connection.commit();
        }
    }

    public static void execute(Connection transaction, String... statements) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the one row of the query, as text. */
    public static String value(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row: " + sql);
                }
                return String.valueOf(rows.getString(1));
            }
        }
    }

    /** A transaction that the test ends itself. */
    public static Connection begin() throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Connection connection() throws SQLException {
        return PlaycallerStack.shared().dataSource("ingest").getConnection();
    }
}
