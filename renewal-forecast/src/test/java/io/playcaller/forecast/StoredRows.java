package io.playcaller.forecast;

import io.playcaller.testkit.PlaycallerStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows that the service keeps, for what no answer of it says. */
final class StoredRows {

    private StoredRows() {}

    /** How many rows there are of a table, with a condition. */
    static int count(String of) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + of)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
